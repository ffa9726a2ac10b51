package bd.cleancare.complaints;

import static bd.cleancare.complaints.Desk.file;
import static bd.cleancare.complaints.Desk.move;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.platform.tallies.Tallies;
import bd.cleancare.platform.web.PageNumber;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@AppTest
class ComplaintListTest {

    @Autowired
    Api http;
    @Autowired
    People people;
    @Autowired
    Tallies counts;
    @Autowired
    JdbcClient db;
    @Autowired
    DataSource dataSource;

    Person citizen;

    @BeforeEach
    void aCitizen() {
        citizen = people.citizen();
    }

    private JsonNode list(Person viewer, String... query) {
        var answer = http.as(viewer.accessToken()).get("/api/complaints/" + query(query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private static String query(String... pairs) {
        var url = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            url.append(url.isEmpty() ? "?" : "&").append(pairs[i]).append("=").append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return url.toString();
    }

    private static List<String> titles(JsonNode list) {
        return list.get("results").valueStream().map(each -> each.get("title").asString()).toList();
    }

    @Test
    void pagesHoldTwentyNewestFirstAndLinkToEachOther() {
        for (int i = 1; i <= 45; i++) {
            file(http, citizen, "title", "T" + i, "ward_number", "L1");
        }
        for (Person viewer : List.of(citizen, people.admin("L1"))) {
            String[] filter = {"ward_number", "L1", "page", "2"};
            JsonNode second = list(viewer, filter);
            assertThat(second.get("count").asInt()).isEqualTo(45);
            assertThat(second.get("results").size()).isEqualTo(20);
            assertThat(titles(second)).startsWith("T25", "T24").endsWith("T6");
            assertThat(second.get("next").asString()).startsWith("http://").contains("page=3").contains("ward_number=L1");
            assertThat(second.get("previous").asString()).doesNotContain("page=");
            assertThat(titles(list(viewer, "ward_number", "L1", "page", "3"))).containsExactly("T5", "T4", "T3", "T2", "T1");
            assertThat(list(viewer, "ward_number", "L1", "page_size", "50").get("next").isNull()).isTrue();
            assertThat(list(viewer, "ward_number", "L1", "page_size", "1000").get("results").size()).isEqualTo(45);
        }
        for (String page : List.of("4", "0", "-1", "x", "99999999999999999999", "2147483647")) {
            var answer = http.as(citizen.accessToken()).get("/api/complaints/?page=" + page);
            assertThat(answer.status()).as(page).isEqualTo(404);
            assertThat(answer.body().get("detail").asString()).isEqualTo("Invalid page.");
        }
        assertThat(list(people.citizen()).get("results").size()).as("the first page always exists").isZero();
    }

    /** Rows with who filed them, who has them and their photos, and how many there are. */
    @Test
    void aPageIsOneStatementHoweverManyRowsItHas() {
        for (int i = 0; i < 21; i++) {
            file(http, citizen, "ward_number", "L7");
        }
        var statements = new AtomicInteger();
        var lists = new ComplaintLists(new JdbcTemplate(dataSource) {
            @Override
            protected DataSource obtainDataSource() {
                statements.incrementAndGet();
                return super.obtainDataSource();
            }
        });
        for (Person viewer : List.of(citizen, people.admin("L7"))) {
            statements.set(0);
            var query = new ComplaintQuery(null, null, null, "L7", List.of(), ComplaintOrder.NEWEST_FIRST, new PageNumber(1, 20));
            assertThat(lists.list(query, viewer.viewer()).complaints()).hasSize(20);
            assertThat(statements).hasValue(1);
        }
    }

    @Test
    void filtersAreExactAndCombine() {
        Person admin = people.admin();
        JsonNode water = file(http, citizen, "title", "W", "category", "পানি সরবরাহ", "priority", "নিম্ন", "ward_number", "L2");
        file(http, citizen, "title", "R", "category", "রাস্তাঘাট", "priority", "উচ্চ", "ward_number", "L2");
        move(http, admin, water, Desk.IN_PROGRESS);

        for (Person viewer : List.of(citizen, admin)) {
            assertThat(titles(list(viewer, "ward_number", "L2", "status", Desk.IN_PROGRESS))).containsExactly("W");
            assertThat(titles(list(viewer, "ward_number", "L2", "category", "রাস্তাঘাট", "priority", "উচ্চ", "status", Desk.SUBMITTED))).containsExactly("R");
            JsonNode none = list(viewer, "ward_number", "L2", "category", "রাস্তাঘাট", "priority", "নিম্ন");
            assertThat(none.get("count").asInt()).isZero();
            assertThat(list(viewer, "ward_number", "L2", "status", "").get("count").asInt()).as("empty is no filter").isEqualTo(2);
        }
        for (String filter : List.of("status", "category", "priority")) {
            var answer = http.as(citizen.accessToken()).get("/api/complaints/?" + filter + "=x");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().get(filter).isArray()).isTrue();
        }
    }

    @Test
    void orderingsAreTheOnesPeopleMean() {
        Person admin = people.admin();
        file(http, citizen, "title", "low", "priority", "নিম্ন");
        JsonNode high = file(http, citizen, "title", "high", "priority", "উচ্চ");
        JsonNode medium = file(http, citizen, "title", "medium", "priority", "মধ্যম");
        move(http, admin, high, Desk.RESOLVED);
        move(http, admin, medium, Desk.IN_PROGRESS);

        assertThat(titles(list(citizen, "ordering", "priority"))).containsExactly("high", "medium", "low");
        assertThat(titles(list(citizen, "ordering", "-priority"))).containsExactly("low", "medium", "high");
        assertThat(titles(list(citizen, "ordering", "status"))).containsExactly("low", "medium", "high");
        assertThat(titles(list(citizen, "ordering", "-status"))).containsExactly("high", "medium", "low");
        assertThat(titles(list(citizen, "ordering", "created_at"))).containsExactly("low", "high", "medium");
        assertThat(titles(list(citizen, "ordering", "-created_at"))).containsExactly("medium", "high", "low");
        assertThat(titles(list(citizen, "ordering", "title;drop,nonsense"))).containsExactly("medium", "high", "low");
        assertThat(titles(list(citizen, "ordering", "bad,-priority,-created_at"))).containsExactly("low", "medium", "high");
    }

    /** Many matches are walked along an index, few are fetched and sorted, an order without an index is put together: all must agree. */
    @Test
    void everyOrderIsTheSameHoweverItIsFound() {
        db.sql("""
                INSERT INTO complaints (id, tracking_number, user_id, title, description, category, priority, status, location, ward_number, resolved_at,
                                        created_at, search_text)
                SELECT uuidv7(), 'X' || i, ?, 'T' || i, 'D', 1 + i % 6, 1 + i / 6 % 3, 1 + i / 18 % 4, 'L', 'L5', CASE WHEN i / 18 % 4 = 2 THEN now() END,
                       now() - make_interval(secs => i % 700), 'x'
                FROM generate_series(1, 2600) i
                """).param(citizen.id()).update();
        Person admin = people.admin();
        for (String order : List.of("-created_at", "created_at", "priority", "-priority", "-priority,-created_at", "priority,created_at", "status,priority",
                "-status,priority,created_at", "-status")) {
            for (String page : List.of("1", "2", "27", "26")) {
                for (String category : List.of("", "বিদ্যুৎ")) {
                    if (!category.isEmpty() && page.length() > 1) {
                        continue;
                    }
                    String[] filter = {"ward_number", "L5", "ordering", order, "page", page, "page_size", "100", "category", category};
                    if (page.equals("27")) {
                        assertThat(http.as(admin.accessToken()).get("/api/complaints/" + query(filter)).status()).isEqualTo(404);
                    } else {
                        assertThat(titles(list(admin, filter))).as(order + " page " + page).isEqualTo(titles(list(citizen, filter)));
                    }
                }
            }
        }
    }

    @Test
    void searchFindsEveryWordInAnyUnicodeFormAndDigits() {
        file(http, citizen, "title", "রাস্তা 5 এর গর্ত", "description", "Broken ROAD near Mosque");
        JsonNode other = file(http, citizen, "title", "ড্রেন ১০০% ভরা", "description", "a_b c\\d");

        assertThat(titles(list(citizen, "search", "রাস্তা ৫"))).containsExactly("রাস্তা 5 এর গর্ত");
        assertThat(titles(list(citizen, "search", "mosque  গর্ত"))).containsExactly("রাস্তা 5 এর গর্ত");
        assertThat(titles(list(citizen, "search", java.text.Normalizer.normalize("ড্রেন", java.text.Normalizer.Form.NFD)))).hasSize(1);
        assertThat(titles(list(citizen, "search", "ভরা 100%"))).containsExactly("ড্রেন ১০০% ভরা");
        assertThat(titles(list(citizen, "search", other.get("tracking_number").asString().substring(4).toLowerCase()))).containsExactly("ড্রেন ১০০% ভরা");
        assertThat(titles(list(citizen, "search", "a_b"))).hasSize(1);
        assertThat(titles(list(citizen, "search", "c\\d"))).hasSize(1);
        for (String none : List.of("%", "ra%", "a%b", "axb", "_", "গর্ত ড্রেন", "\\")) {
            int expected = none.equals("%") || none.equals("_") || none.equals("\\") ? 1 : 0;
            assertThat(list(citizen, "search", none).get("count").asInt()).as(none).isEqualTo(expected);
        }
        assertThat(http.as(citizen.accessToken()).get("/api/complaints/?search=%00").status()).isEqualTo(400);
        assertThat(http.as(citizen.accessToken()).get("/api/complaints/?search=" + "x".repeat(201)).status()).isEqualTo(400);
        assertThat(http.as(citizen.accessToken()).get("/api/complaints/?search=';--").status()).isIn(200, 400);
    }

    @Test
    void countsStayExactThroughEveryChangeAndFold() {
        Person admin = people.admin();
        var complaints = new ArrayList<JsonNode>();
        for (int i = 0; i < 12; i++) {
            complaints.add(file(http, citizen, "ward_number", "L" + (90 + i % 3), "category", i % 2 == 0 ? "বিদ্যুৎ" : "অন্যান্য"));
            if (i % 5 == 0) {
                counts.fold();
            }
        }
        move(http, admin, complaints.get(0), Desk.RESOLVED);
        counts.fold();
        move(http, admin, complaints.get(1), Desk.CANCELLED);
        http.as(citizen.accessToken()).patch(Desk.path(complaints.get(2)), java.util.Map.of("ward_number", "L90", "priority", "নিম্ন"));
        http.as(citizen.accessToken()).delete(Desk.path(complaints.get(3)));

        for (int round = 0; round < 2; round++) {
            for (String ward : List.of("L90", "L91", "L92")) {
                for (String status : List.of("", Desk.SUBMITTED, Desk.RESOLVED, Desk.CANCELLED)) {
                    for (String category : List.of("", "বিদ্যুৎ", "অন্যান্য")) {
                        JsonNode found = list(admin, "ward_number", ward, "status", status, "category", category);
                        assertThat(found.get("count").asInt()).as(ward + status + category).isEqualTo(found.get("results").size());
                    }
                }
            }
            assertThat(list(admin).get("count").asLong()).isGreaterThanOrEqualTo(11);
            counts.fold();
        }
        assertThat(db.sql("SELECT count(*) FROM complaint_counts WHERE n < 0").query(Long.class).single()).isZero();
    }
}

package bd.cleancare.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.shared.CityTime;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The three endpoints of the guide, to the letter, in a city of its own that begins empty. */
@AppTest
@TestPropertySource(properties = "cleancare.city.name-en=Empty City")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DashboardContractTest {

    private static final List<String> ENDPOINTS = List.of("/api/dashboard/kpi/", "/api/dashboard/recent-complaints/", "/api/dashboard/financial/");
    private static final List<String> STATUSES = List.of("জমা দেওয়া হয়েছে", "প্রক্রিয়াধীন", "সমাধান হয়েছে", "বাতিল").stream()
            .map(word -> java.text.Normalizer.normalize(word, java.text.Normalizer.Form.NFC)).toList();

    @Autowired
    Api http;
    @Autowired
    People people;
    @Autowired
    JdbcClient db;

    private Person mayor;

    @BeforeEach
    void somebodyAsks() {
        mayor = people.superAdmin();
    }

    private JsonNode get(String path) {
        var answer = http.as(mayor.accessToken()).get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode kpi() {
        return get(ENDPOINTS.get(0));
    }

    private JsonNode file(Person citizen, String title, String ward) {
        return http.as(citizen.accessToken()).post("/api/complaints/", Map.of("title", title, "description", "তিন দিন ধরে।", "category", "পরিচ্ছন্নতা",
                "priority", "উচ্চ", "location", "রোড ৪", "ward_number", ward)).body();
    }

    private void move(JsonNode complaint, String status) {
        assertThat(http.as(mayor.accessToken()).post("/api/complaints/" + complaint.get("id").asString() + "/update_status/", Map.of("new_status", status)).status()).isEqualTo(200);
    }

    @Test
    @Order(1)
    void anEmptyCityHasZerosAndNulls() {
        JsonNode kpi = kpi();
        assertThat(kpi.path("complaint_stats").path("total").asLong()).isZero();
        assertThat(kpi.get("citizen_satisfaction").isNull()).isTrue();
        assertThat(kpi.get("avg_service_time_hours").isNull()).isTrue();
        assertThat(kpi.get("ward_performance").isEmpty()).isTrue();
        assertThat(kpi.path("user_stats").path("total_super_admins").asLong()).isEqualTo(1);
        JsonNode money = get(ENDPOINTS.get(2));
        assertThat(money.propertyNames()).containsExactlyInAnyOrder("total_revenue", "pending_amount", "monthly_revenue", "currency");
        assertThat(money.get("total_revenue").decimalValue()).isZero();
        assertThat(money.get("currency").asString()).isEqualTo("BDT");
        assertThat(get(ENDPOINTS.get(1)).get("complaints").isEmpty()).isTrue();
    }

    @Test
    @Order(2)
    void onlySuperAdminsMaySee() {
        for (String path : ENDPOINTS) {
            for (Person other : List.of(people.citizen(), people.serviceProvider(), people.admin())) {
                var refused = http.as(other.accessToken()).get(path);
                assertThat(refused.status()).isEqualTo(403);
                assertThat(refused.body().get("error").asString()).isEqualTo("Unauthorized");
            }
            assertThat(http.get(path).status()).isEqualTo(401);
            assertThat(http.as(mayor.accessToken()).get(path.substring(0, path.length() - 1)).status()).isEqualTo(200);
            assertThat(http.as(mayor.accessToken()).post(path, Map.of()).status()).isEqualTo(405);
        }
    }

    @Test
    @Order(3)
    void kpiHasTheFieldsOfTheContractAndFollowsEveryChange() {
        Person citizen = people.citizen();
        JsonNode first = file(citizen, "এক", "3");
        JsonNode second = file(citizen, "দুই", "3");
        JsonNode third = file(citizen, "তিন", "5");
        move(second, STATUSES.get(1));
        move(third, STATUSES.get(2));
        db.sql("UPDATE complaints SET created_at = resolved_at - interval '90 minutes 18 seconds' WHERE id = ?::uuid").param(third.get("id").asString()).update();
        http.as(citizen.accessToken()).post("/api/complaints/" + third.get("id").asString() + "/rate/", Map.of("score", 4));

        JsonNode kpi = kpi();
        assertThat(kpi.propertyNames()).containsExactlyInAnyOrder("complaint_stats", "user_stats", "citizen_satisfaction", "avg_service_time_hours", "ward_performance");
        assertThat(kpi.path("complaint_stats").get("total").asLong()).isEqualTo(3);
        var byStatus = kpi.path("complaint_stats").get("by_status");
        assertThat(byStatus.valueStream().map(each -> each.get("status").asString())).containsExactlyElementsOf(STATUSES);
        assertThat(byStatus.valueStream().map(each -> each.get("count").asLong())).containsExactly(1L, 1L, 1L, 0L);
        assertThat(kpi.get("citizen_satisfaction").decimalValue()).isEqualByComparingTo("4.00");
        assertThat(kpi.get("avg_service_time_hours").decimalValue()).isEqualByComparingTo("1.51");
        assertThat(kpi.get("ward_performance").toString())
                .isEqualTo("[{\"ward_number\":\"3\",\"total_complaints\":2,\"resolved_complaints\":0},{\"ward_number\":\"5\",\"total_complaints\":1,\"resolved_complaints\":1}]");
        assertThat(kpi.get("user_stats").propertyNames()).containsExactlyInAnyOrder("total_users", "total_admins", "total_super_admins", "verified_users");
        assertThat(kpi.path("user_stats").get("total_users").asLong()).isEqualTo(count("role = 'citizen'"));
        assertThat(kpi.path("user_stats").get("verified_users").asLong()).isEqualTo(count("is_verified"));

        move(third, STATUSES.get(1));
        assertThat(http.as(citizen.accessToken()).delete("/api/complaints/" + first.get("id").asString() + "/").status()).isEqualTo(204);
        kpi = kpi();
        assertThat(kpi.get("avg_service_time_hours").isNull()).as("nothing is resolved any more").isTrue();
        assertThat(kpi.get("citizen_satisfaction").decimalValue()).as("what was said was said").isEqualByComparingTo("4.00");
        assertThat(kpi.path("complaint_stats").get("by_status").valueStream().map(each -> each.get("count").asLong())).containsExactly(0L, 2L, 0L, 0L);
    }

    private long count(String condition) {
        return db.sql("SELECT count(*) FROM users WHERE closed_at IS NULL AND " + condition).query(Long.class).single();
    }

    @Test
    @Order(4)
    void theTenWardsWithTheMostComplaintsAreShown() {
        Person citizen = people.citizen();
        for (int ward = 20; ward < 32; ward++) {
            file(citizen, "ওয়ার্ড", String.valueOf(ward));
            file(citizen, "ওয়ার্ড", String.valueOf(ward));
        }
        file(citizen, "ওয়ার্ড", "31");
        JsonNode wards = kpi().get("ward_performance");
        assertThat(wards.size()).isEqualTo(10);
        assertThat(wards.get(0).get("ward_number").asString()).isEqualTo("31");
        assertThat(wards.get(0).get("total_complaints").asLong()).isEqualTo(3);
    }

    @Test
    @Order(5)
    void recentComplaintsAreThoseOfTheLastHourAtMostTwentyNewestFirst() {
        Person citizen = people.citizen();
        JsonNode old = file(citizen, "পুরোনো", "4");
        db.sql("UPDATE complaints SET created_at = now() - interval '61 minutes' WHERE id = ?::uuid").param(old.get("id").asString()).update();
        JsonNode newest = file(citizen, "নতুন", "4");
        JsonNode recent = get(ENDPOINTS.get(1)).get("complaints");
        assertThat(recent.size()).isEqualTo(20);
        JsonNode first = recent.get(0);
        assertThat(first.propertyNames()).containsExactlyInAnyOrder("id", "tracking_number", "title", "category", "status", "priority", "location", "user_name", "created_at");
        for (String field : List.of("id", "tracking_number", "title", "category", "status", "priority", "location", "user_name", "created_at")) {
            assertThat(first.get(field)).as(field).isEqualTo(newest.get(field));
        }
        assertThat(recent.valueStream().map(each -> each.get("id").asString())).doesNotContain(old.get("id").asString());
        assertThat(recent.valueStream().map(each -> each.get("created_at").asString()).toList()).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    @Order(6)
    void moneyIsTheLedgersAndAMonthBeginsAtMidnightInDhaka() {
        LocalDate first = LocalDate.now(CityTime.ZONE).withDayOfMonth(1);
        var midnight = first.atStartOfDay(CityTime.ZONE).toOffsetDateTime();
        post(1, midnight.minusSeconds(1), 10_000_00);
        post(2, midnight, 250_50);
        post(3, midnight.plusSeconds(1), -50_25);
        Person citizen = people.citizen();
        db.sql("""
                INSERT INTO payments (id, transaction_id, user_id, service_type, service_label, amount_poisha, method, phone, expires_at)
                VALUES (uuidv7(), 'TXN000000000001', ?, 'water', 'Water', 12345, 'bkash', '+8801711111111', now() + interval '1 hour')""").param(citizen.id()).update();
        JsonNode money = get(ENDPOINTS.get(2));
        assertThat(money.get("total_revenue").isNumber()).isTrue();
        assertThat(money.get("total_revenue").decimalValue()).isEqualByComparingTo("10200.25");
        assertThat(money.get("monthly_revenue").decimalValue()).isEqualByComparingTo("200.25");
        assertThat(money.get("pending_amount").decimalValue()).isEqualByComparingTo("123.45");
        db.sql("UPDATE payments SET status = 'failed' WHERE transaction_id = 'TXN000000000001'").update();
        assertThat(get(ENDPOINTS.get(2)).get("pending_amount").decimalValue()).isZero();
    }

    private void post(long sequence, java.time.OffsetDateTime at, long poisha) {
        db.sql("""
                WITH t AS (INSERT INTO ledger_transactions (sequence, kind, reference, at, previous_hash, hash) VALUES (:s, 'test', :s::text, :at, '', '') RETURNING sequence)
                INSERT INTO ledger_postings (transaction, line, account, amount_poisha)
                SELECT sequence, 1, 'clearing:bkash', :p::bigint FROM t UNION ALL SELECT sequence, 2, 'revenue:water', -:p::bigint FROM t""")
                .param("s", sequence).param("at", at).param("p", poisha).update();
    }

    /** Whatever the city holds, no figure is made by reading what is counted. */
    @Test
    void theFiguresReadKeptRowsOnly() {
        String plan = String.join("\n", db.sql("EXPLAIN " + KpiStore.KPI).query(String.class).list());
        assertThat(plan).contains("complaint_days").doesNotContainPattern(" on (complaints|users|complaint_feedback|payments)\\b");
    }

    /** The limit in the benchmarks is the same statement. */
    @Test
    void theBenchmarkMeasuresThisStatement() throws java.io.IOException {
        String measured = java.nio.file.Files.readString(java.nio.file.Path.of("../benchmarks/src/main/resources/sql/kpi.sql")).replaceFirst("--.*\n", "");
        assertThat(measured.strip()).isEqualTo(KpiStore.KPI.strip() + ";");
    }
}

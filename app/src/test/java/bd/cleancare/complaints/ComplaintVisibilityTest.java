package bd.cleancare.complaints;

import static bd.cleancare.complaints.Desk.assign;
import static bd.cleancare.complaints.Desk.file;
import static bd.cleancare.complaints.Desk.path;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.Api.Part;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@AppTest
class ComplaintVisibilityTest {

    @Autowired
    Api http;
    @Autowired
    People people;

    /** Every way to touch one complaint; what is not visible is 404 for all of them. */
    private static final Map<String, BiFunction<Api, JsonNode, Api.Answer>> METHODS = new LinkedHashMap<>();

    static {
        METHODS.put("get", (api, it) -> api.get(path(it)));
        METHODS.put("put", (api, it) -> api.put(path(it), Desk.body()));
        METHODS.put("patch", (api, it) -> api.patch(path(it), Map.of("title", "x")));
        METHODS.put("updates", (api, it) -> api.get(path(it, "updates")));
        METHODS.put("history", (api, it) -> api.get(path(it, "history")));
        METHODS.put("update_status", (api, it) -> api.post(path(it, "update_status"), Map.of("new_status", "x")));
        METHODS.put("assign", (api, it) -> api.post(path(it, "assign"), "{}"));
        METHODS.put("start_work", (api, it) -> api.post(path(it, "start_work"), "{}"));
        METHODS.put("work_done", (api, it) -> api.post(path(it, "work_done"), "{}"));
        METHODS.put("withdraw", (api, it) -> api.post(path(it, "withdraw"), Map.of("comment", "x".repeat(6000))));
        METHODS.put("comments", (api, it) -> api.post(path(it, "comments"), "{}"));
        METHODS.put("upload_images", (api, it) -> api.upload(path(it, "upload_images"), new Part("other", null, null, new byte[1])));
    }

    @Test
    void whatAViewerMayNotSeeDoesNotExistForThemByAnyMethod() {
        Person owner = people.citizen();
        Person provider = people.serviceProvider();
        JsonNode inFive = file(http, owner, "ward_number", "5");
        assign(http, people.superAdmin(), inFive, provider);

        var seeing = Map.of("owner", owner, "assigned provider", provider, "admin of the city", people.admin(), "admin of ward 5", people.admin("4", "5"),
                "super admin", people.superAdmin());
        var blind = Map.of("another citizen", people.citizen(), "another provider", people.serviceProvider(), "admin of ward 6", people.admin("6"));

        METHODS.forEach((name, method) -> {
            seeing.forEach((who, person) ->
                    assertThat(method.apply(http.as(person.accessToken()), inFive).status()).as(who + " " + name).isNotEqualTo(404).isLessThan(500));
            blind.forEach((who, person) ->
                    assertThat(method.apply(http.as(person.accessToken()), inFive).status()).as(who + " " + name).isEqualTo(404));
            assertThat(method.apply(http, inFive).status()).as("nobody " + name).isEqualTo(401);
        });
        blind.values().forEach(person -> assertThat(http.as(person.accessToken()).delete(path(inFive)).status()).isEqualTo(404));
        assertThat(http.as(provider.accessToken()).delete(path(inFive)).status()).isEqualTo(403);
    }

    @Test
    void aComplaintWithoutAWardBelongsToEveryAdmin() {
        JsonNode nowhere = file(http, people.citizen());

        assertThat(http.as(people.admin("6").accessToken()).get(path(nowhere)).status()).isEqualTo(200);
    }

    @Test
    void listsAndCountsHoldWhatTheViewerMaySee() {
        Person owner = people.citizen();
        Person provider = people.serviceProvider();
        JsonNode first = file(http, owner, "ward_number", "V5");
        file(http, owner, "ward_number", "V6");
        JsonNode own = file(http, provider, "ward_number", "V7");
        assign(http, people.admin(), first, provider);

        assertThat(http.as(owner.accessToken()).get("/api/complaints/").body().get("count").asInt()).isEqualTo(2);
        JsonNode providers = http.as(provider.accessToken()).get("/api/complaints/?ordering=created_at").body();
        assertThat(providers.get("count").asInt()).isEqualTo(2);
        assertThat(providers.at("/results/0/id")).isEqualTo(first.get("id"));
        assertThat(providers.at("/results/1/id")).isEqualTo(own.get("id"));
        Api scoped = http.as(people.admin("V5", "V7").accessToken());
        assertThat(scoped.get("/api/complaints/?ward_number=V5").body().get("count").asInt()).isEqualTo(1);
        JsonNode outside = scoped.get("/api/complaints/?ward_number=V6").body();
        assertThat(outside.get("count").asInt()).isZero();
        assertThat(outside.get("results").size()).isZero();
        JsonNode scope = scoped.get("/api/complaints/?page_size=100").body();
        assertThat(scope.get("results").valueStream().map(each -> each.get("ward_number").asString("")).distinct()).isSubsetOf("", "V5", "V7");
    }
}

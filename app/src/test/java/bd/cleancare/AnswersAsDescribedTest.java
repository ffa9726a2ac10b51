package bd.cleancare;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.media.TestPhotos;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.Api.Part;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The description names the members that real answers have: a client made from it finds them. */
@AppTest
class AnswersAsDescribedTest {

    @Autowired
    Api api;

    @Autowired
    People people;

    private JsonNode description;

    @Test
    void whatIsReadIsDescribedMemberByMember() {
        description = api.get("/api/schema/").body();
        var citizen = people.citizen();
        var chief = api.as(people.superAdmin().accessToken());
        var reporter = api.as(citizen.accessToken());
        String complaint = reporter.post("/api/complaints/", Map.of("title", "ড্রেন উপচে পড়ছে", "description", "তিন দিন ধরে।", "category", "পরিচ্ছন্নতা",
                "priority", "উচ্চ", "location", "রোড ৪")).body().path("id").asString();
        reporter.upload("/api/complaints/" + complaint + "/upload_images/", Part.photo("a.jpg", TestPhotos.jpeg(640, 480)));
        chief.post("/api/complaints/" + complaint + "/update_status/", Map.of("new_status", "প্রক্রিয়াধীন", "comment", "আসছি"));
        int compared = 0;
        for (String path : readable()) {
            String address = path.replaceFirst("(/api/(?:complaints|chat/rooms)/)\\{(?:id|room)\\}", "$1" + complaint);
            for (Api caller : List.of(chief, reporter)) {
                var answer = address.contains("{") ? null : caller.get(address);
                if (answer != null && answer.status() == 200 && answer.body().isContainer()) {
                    compare(answer.body(), schemaOf(path, "get", "200"), path);
                    compared++;
                }
            }
        }
        assertThat(compared).as("answers compared").isGreaterThan(25);
    }

    @Test
    void whatIsSentGetsTheAnswerThatIsDescribed() {
        description = api.get("/api/schema/").body();
        var person = people.citizenWithPassword("shapla-phul-7");
        var login = api.post("/api/auth/login/", Map.of("phone", person.phone().canonical(), "password", person.password()));
        assertThat(login.status()).isEqualTo(200);
        compare(login.body(), schemaOf("/api/auth/login", "post", "200"), "login");
        var filed = api.as(person.accessToken()).post("/api/complaints/", Map.of("title", "বাতি", "description", "নেই", "category", "বিদ্যুৎ", "priority", "মধ্যম", "location", "রোড ৪"));
        assertThat(filed.status()).isEqualTo(201);
        compare(filed.body(), schemaOf("/api/complaints", "post", "200"), "filing");
    }

    @Test
    void noMemberIsNamedAsInTheCode() {
        var wrong = new ArrayList<String>();
        api.get("/api/schema/").body().path("components").path("schemas").propertyStream().forEach(schema ->
                schema.getValue().path("properties").propertyNames().stream().filter(name -> !name.equals(name.toLowerCase(java.util.Locale.ROOT)))
                        .forEach(name -> wrong.add(schema.getKey() + "." + name)));
        assertThat(wrong).isEmpty();
    }

    private List<String> readable() {
        return description.path("paths").propertyStream().filter(path -> path.getValue().has("get")).map(Map.Entry::getKey).toList();
    }

    private JsonNode schemaOf(String path, String method, String status) {
        JsonNode answers = description.path("paths").path(path).path(method).path("responses");
        return answers.path(status).path("content").path("application/json").path("schema");
    }

    /** Every member of the answer is described; what has no description of its members (a map, raw JSON) may hold any. */
    private void compare(JsonNode answer, JsonNode described, String where) {
        JsonNode schema = described.has("$ref") ? description.at(described.path("$ref").asString().substring(1)) : described;
        assertThat(schema.isMissingNode()).as(where + " is not described").isFalse();
        if (answer.isArray()) {
            answer.forEach(item -> compare(item, schema.has("items") ? schema.path("items") : schema, where + "[]"));
        } else if (answer.isObject() && schema.has("properties")) {
            assertThat(answer.propertyNames()).as("members of " + where).isSubsetOf(schema.path("properties").propertyNames());
            answer.propertyStream().forEach(member -> compare(member.getValue(), schema.path("properties").path(member.getKey()), where + "." + member.getKey()));
        } else if (answer.isContainer()) {
            assertThat(schema.path("type").asString("object")).as("type of " + where).isIn("object", "array");
        }
    }
}

package bd.cleancare.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.People.Person;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What tests of complaints do again and again, over HTTP. */
final class Desk {

    static final String SUBMITTED = "জমা দেওয়া হয়েছে";
    static final String IN_PROGRESS = "প্রক্রিয়াধীন";
    static final String RESOLVED = "সমাধান হয়েছে";
    static final String CANCELLED = "বাতিল";

    private Desk() {
    }

    /** A body that files a complaint; pairs replace or add members. */
    static Map<String, Object> body(Object... pairs) {
        var body = new HashMap<String, Object>(Map.of("title", "ড্রেন উপচে পড়ছে", "description", "তিন দিন ধরে পানি জমে আছে।",
                "category", "পরিচ্ছন্নতা", "priority", "উচ্চ", "location", "রোড ৪, ব্লক খ"));
        for (int i = 0; i < pairs.length; i += 2) {
            body.put((String) pairs[i], pairs[i + 1]);
        }
        return body;
    }

    static JsonNode file(Api api, Person citizen, Object... pairs) {
        var answer = api.as(citizen.accessToken()).post("/api/complaints/", body(pairs));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body();
    }

    static String path(JsonNode complaint, String... more) {
        return "/api/complaints/" + complaint.get("id").asString() + "/" + String.join("/", more) + (more.length == 0 ? "" : "/");
    }

    static Api.Answer move(Api api, Person admin, JsonNode complaint, String status) {
        return api.as(admin.accessToken()).post(path(complaint, "update_status"), Map.of("new_status", status, "comment", "→ " + status));
    }

    static JsonNode assign(Api api, Person admin, JsonNode complaint, Person to) {
        var answer = api.as(admin.accessToken()).post(path(complaint, "assign"), Map.of("assigned_to", to.id().toString()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }
}

package bd.cleancare.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.People.Person;
import java.util.Map;

/** What tests of the chat do again and again. */
final class ChatWorld {

    private ChatWorld() {
    }

    /** Files a complaint, whose id is its room. */
    static String room(Api api, Person citizen) {
        var answer = api.as(citizen.accessToken()).post("/api/complaints/", Map.of("title", "ড্রেন উপচে পড়ছে", "description", "পানি জমে আছে।",
                "category", "পরিচ্ছন্নতা", "priority", "উচ্চ", "location", "রোড ৪"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body().get("id").asString();
    }

    static String helpDesk(Api api, Person citizen) {
        return api.as(citizen.accessToken()).get("/api/chat/help-desk/").body().path("room_id").asString();
    }

    static void assign(Api api, Person admin, String complaint, Person to) {
        var answer = api.as(admin.accessToken()).post("/api/complaints/" + complaint + "/assign/", Map.of("assigned_to", to.id().toString()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** Hands a conversation over. */
    static void give(Api api, Person admin, String room, Person to) {
        var answer = api.as(admin.accessToken()).post("/api/chat/rooms/" + room + "/assignment/", Map.of("assigned_to", to.id().toString()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    static Api.Answer say(Api api, String room, Person who, String message) {
        return api.as(who.accessToken()).post("/api/chat/rooms/" + room + "/messages/", Map.of("message", message));
    }

    static Api.Answer history(Api api, String room, Person who, String... query) {
        return api.as(who.accessToken()).get("/api/chat/rooms/" + room + "/messages/" + String.join("", query));
    }

    static Map<String, String> bearer(Person person) {
        return Map.of("Authorization", "Bearer " + person.accessToken());
    }
}

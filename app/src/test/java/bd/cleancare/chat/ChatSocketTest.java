package bd.cleancare.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The frames of the guide from a bare client. */
@AppTest
class ChatSocketTest {

    @Autowired Api api;
    @Autowired People people;

    @Test
    void guidesFramesReachEverybodyInTheRoomAndTheSender() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        String room = ChatWorld.room(api, citizen);
        try (var one = ChatClient.connect(api, room, citizen.accessToken()).joined(); var other = ChatClient.connect(api, room, admin.accessToken()).joined()) {
            one.send(Map.of("message", "আসসালামু আলাইকুম", "sender_id", admin.id().toString(), "receiver_id", admin.id().toString()));

            JsonNode heard = other.awaitMessage("আসসালামু আলাইকুম");
            assertThat(one.awaitMessage("আসসালামু আলাইকুম")).isEqualTo(heard);
            assertThat(heard.path("sender_id").asString()).as("the authenticated user").isEqualTo(citizen.id().toString());
            assertThat(heard.path("timestamp").asString()).isNotEmpty();
            assertThat(heard.path("sequence").asLong()).isOne();
            assertThat(heard.has("type")).isFalse();
        }
    }

    @Test
    void tokenInTheAddressAndPathWithoutSlashWork() {
        Person citizen = people.citizen();
        String room = ChatWorld.room(api, citizen);
        try (var client = ChatClient.open(api, "/ws/chat/" + room + "?token=" + citizen.accessToken(), Map.of()).joined()) {
            client.say("হ্যালো");
            client.awaitMessage("হ্যালো");
        }
    }

    @Test
    void badFramesGetAnErrorFrameAndTheConnectionStays() {
        Person citizen = people.citizen();
        try (var client = ChatClient.connect(api, ChatWorld.room(api, citizen), citizen.accessToken()).joined()) {
            for (String bad : new String[] {"no json", "[]", "{}", "{\"message\":7}", "{\"message\":\"  \"}", "{\"type\":\"dance\"}", "{\"type\":\"read\",\"sequence\":\"x\"}",
                    "{\"message\":\"a\",\"client_id\":5}", "{\"message\":\"" + "ক".repeat(1400) + "\"}"}) {
                int before = client.frames.size();
                client.raw(bad);
                bd.cleancare.testing.Await.until(() -> client.frames.size() > before);
                assertThat(client.frames.getLast().path("type").asString()).as(bad.substring(0, Math.min(40, bad.length()))).isEqualTo("error");
                assertThat(client.frames.getLast().path("code").asString()).isNotEmpty();
            }
            client.binary(new byte[300]);
            client.say("এখনও আছি");
            client.awaitMessage("এখনও আছি");
        }
    }

    @Test
    void frameBeyondSixteenKilobytesEndsTheConnection() {
        Person citizen = people.citizen();
        try (var client = ChatClient.connect(api, ChatWorld.room(api, citizen), citizen.accessToken()).joined()) {
            client.raw("{\"message\":\"" + "x".repeat(17 * 1024) + "\"}");
            client.awaitClosed(1009);
        }
    }

    @Test
    void sentAgainUnderTheSameClientIdItIsOneMessage() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        String room = ChatWorld.room(api, citizen);
        try (var one = ChatClient.connect(api, room, citizen.accessToken()).joined(); var other = ChatClient.connect(api, room, admin.accessToken()).joined()) {
            one.send(Map.of("message", "একবার", "client_id", "m-1"));
            one.awaitMessage("একবার");
            one.send(Map.of("message", "একবার", "client_id", "m-1"));
            one.awaitFrame(_ -> one.messages().size() == 2);
            one.say("শেষ");

            other.awaitMessage("শেষ");
            assertThat(other.texts()).containsExactly("একবার", "শেষ");
            assertThat(one.messages().get(1)).as("the same answer").isEqualTo(one.messages().get(0));
        }
    }

    @Test
    void resumeBringsWhatWasMissedWithoutGapOrDuplicate() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        String room = ChatWorld.room(api, citizen);
        long seen;
        try (var first = ChatClient.connect(api, room, citizen.accessToken()).joined(); var staff = ChatClient.connect(api, room, admin.accessToken()).joined()) {
            staff.say("প্রথম");
            seen = first.awaitMessage("প্রথম").path("sequence").asLong();
            first.drop();
            for (int i = 0; i < 450; i++) {
                staff.say("বার্তা " + i);
            }
            staff.awaitMessage("বার্তা 449");
            try (var again = ChatClient.connect(api, room, citizen.accessToken(), "?after=" + seen)) {
                for (int i = 450; i < 500; i++) {
                    staff.say("বার্তা " + i);
                }
                again.awaitMessage("বার্তা 499");
                assertThat(again.sequences()).containsExactlyElementsOf(LongStream.rangeClosed(seen + 1, seen + 500).boxed().toList());
            }
        }
    }
}

package bd.cleancare.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import bd.cleancare.testing.Together;
import java.io.IOException;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** With the limits on, and small where a test has to reach them. */
@AppTest
@TestPropertySource(properties = {"cleancare.limits.enabled=true", "cleancare.chat.waiting-frames=120", "cleancare.chat.send-timeout=2s"})
class ChatLimitsTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired JdbcClient db;

    @Test
    void twentyMessagesInTenSecondsAndNoMore() {
        Person citizen = people.citizen();
        try (var client = ChatClient.connect(api, ChatWorld.helpDesk(api, citizen), citizen.accessToken()).joined()) {
            long start = System.nanoTime();
            for (int i = 0; i < 300 && client.frames.stream().noneMatch(ChatLimitsTest::isError); i++) {
                client.say("বার্তা " + i);
            }
            var refused = client.awaitType("error");
            int refilled = (int) Duration.ofNanos(System.nanoTime() - start).toSeconds() * 2 + 2;
            assertThat(refused.path("status").asInt()).isEqualTo(429);
            int before = client.frames.indexOf(refused);
            assertThat(client.frames.subList(0, before)).filteredOn(frame -> frame.has("sequence")).hasSizeBetween(20, 20 + refilled);
        }
    }

    private static boolean isError(JsonNode frame) {
        return ChatClient.type(frame).equals("error");
    }

    /** Goes on until it is ended: however slow the machine, this is more than ten a second. */
    @Test
    void floodOfFramesEndsTheConnection() {
        Person citizen = people.citizen();
        try (var client = ChatClient.connect(api, ChatWorld.helpDesk(api, citizen), citizen.accessToken()).joined()) {
            for (int i = 0; i < 2000 && client.closeCode == 0; i++) {
                try {
                    client.send("{\"type\":\"ping\"}");
                } catch (CompletionException _) {
                    break; // closed already
                }
            }
            client.awaitClosed(1008);
        }
    }

    /** Knocks until it is refused; however slow the machine, no more come in than five and five for each second it took. */
    @Test
    void fiveJoinsInASecondAndNoMore() {
        Person citizen = people.citizen();
        String path = "/ws/chat/" + ChatWorld.helpDesk(api, citizen) + "/";
        var statuses = new ArrayList<Integer>();
        long start = System.nanoTime();
        Await.until(() -> {
            statuses.addAll(Together.run(20, () -> ChatClient.refused(api, path, ChatWorld.bearer(citizen))));
            return statuses.contains(429);
        }, Duration.ofSeconds(60));
        double seconds = (System.nanoTime() - start) / 1e9;

        assertThat(statuses).containsOnly(101, 429);
        assertThat(statuses.stream().filter(status -> status == 101).count()).isGreaterThanOrEqualTo(5).isLessThanOrEqualTo(5 + (long) (5 * seconds));
        Await.until(() -> ChatClient.refused(api, path, ChatWorld.bearer(citizen)) == 101, Duration.ofSeconds(20));
    }

    /** A reader that takes nothing: the others go on, and it is let go of instead of kept waiting for. */
    @Test
    void slowReaderIsDroppedAndHoldsUpNobody() throws IOException {
        Person citizen = people.citizen();
        Person admin = people.admin();
        String room = ChatWorld.helpDesk(api, citizen);
        try (var deaf = new Socket(); var quick = ChatClient.connect(api, room, citizen.accessToken()).joined()) {
            deaf.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
            deaf.connect(new java.net.InetSocketAddress("localhost", api.uri("/").getPort()));
            deaf.getOutputStream().write(("GET /ws/chat/" + room + "/ HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer " + admin.accessToken() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            Await.until(() -> present(room) == 2);
            String long4k = "x".repeat(4000);
            Person[] writers = new Person[80];
            for (int i = 0; i < writers.length; i++) {
                writers[i] = people.admin();
            }
            for (int i = 0; i < 1600 && present(room) == 2; i++) {
                ChatWorld.say(api, room, writers[i % writers.length], long4k);
            }
            Await.until(() -> present(room) == 1, Duration.ofSeconds(20));
            ChatWorld.say(api, room, people.admin(), "তবু চলছে");
            quick.awaitMessage("তবু চলছে");
        }
    }

    private int present(String room) {
        return db.sql("SELECT count(*)::int FROM chat_presence WHERE room_id = ?::uuid").param(room).query(Integer.class).single();
    }
}

package bd.cleancare.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import bd.cleancare.testing.SpawnedApp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Two nodes on one database with a real Redis between them; either may be taken away. */
@AppTest
@DirtiesContext // or it would go on looking for its Redis as long as the other tests run
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChatNodesTest {

    private static final RedisServerHere REDIS = started();

    @Autowired Api api;
    @Autowired People people;
    @Autowired Environment environment;

    private SpawnedApp node;
    private Api other;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry properties) {
        properties.add("cleancare.chat.redis-url", REDIS::url);
        // What arrives sooner came through Redis.
        properties.add("cleancare.chat.look-every", () -> "2s");
    }

    private static RedisServerHere started() {
        try {
            return new RedisServerHere();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    void start() throws IOException, InterruptedException {
        node = SpawnedApp.start(environment.getProperty("spring.datasource.url"), Path.of(environment.getProperty("cleancare.data-directory")),
                "--cleancare.chat.redis-url=" + REDIS.url(), "--cleancare.chat.look-every=2s");
        other = node.api();
    }

    @AfterAll
    void end() throws IOException, InterruptedException {
        node.close();
        REDIS.close();
    }

    @Test
    @Order(1)
    void messagesPresenceAndMarksCross() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        String room = ChatWorld.room(api, citizen);
        try (var here = ChatClient.connect(api, room, citizen.accessToken()).joined(); var there = ChatClient.connect(other, room, admin.accessToken()).joined()) {
            here.awaitFrame(frame -> frame.path("online").asBoolean(false));
            here.say("এপার থেকে");
            there.awaitMessage("এপার থেকে");
            there.say("ওপার থেকে");
            here.awaitMessage("ওপার থেকে");
            there.send(Map.of("type", "read", "sequence", 1));
            assertThat(here.awaitType("receipt").path("read").asLong()).isEqualTo(2); // what is said counts as having read up to it
            assertThat(here.sequences()).containsExactly(1L, 2L);
            there.drop();
            here.awaitFrame(frame -> ChatClient.type(frame).equals("presence") && !frame.path("online").asBoolean());
        }
    }

    @Test
    @Order(2)
    void chatGoesOnWhileRedisIsAwayAndAfter() throws IOException {
        Person citizen = people.citizen();
        Person admin = people.admin();
        String room = ChatWorld.room(api, citizen);
        try (var here = ChatClient.connect(api, room, citizen.accessToken()).joined(); var there = ChatClient.connect(other, room, admin.accessToken()).joined()) {
            REDIS.stop();
            for (int i = 0; i < 20; i++) {
                here.say("বিনা রেডিস " + i);
            }
            there.awaitMessage("বিনা রেডিস 19");
            REDIS.start();
            for (int i = 0; i < 20; i++) {
                there.say("আবার " + i);
            }
            here.awaitMessage("আবার 19");
            assertThat(here.sequences()).containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
            there.awaitMessage("আবার 19");
            assertThat(there.sequences()).containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
        }
    }

    /** A Redis that hangs takes what it is given and says nothing: nobody waits for it. */
    @Test
    @Order(3)
    void nobodyWaitsForARedisThatHangs() throws Exception {
        Person citizen = people.citizen();
        Person admin = people.admin();
        String room = ChatWorld.room(api, citizen);
        try (var here = ChatClient.connect(api, room, citizen.accessToken()).joined(); var there = ChatClient.connect(other, room, admin.accessToken()).joined()) {
            REDIS.hang();
            try {
                long begun = System.nanoTime();
                for (int i = 0; i < 20; i++) {
                    here.say("ঝুলে আছে " + i);
                    here.awaitMessage("ঝুলে আছে " + i);
                }
                ChatWorld.say(api, room, citizen, "অনুরোধে");
                here.awaitMessage("অনুরোধে");
                try (var later = ChatClient.connect(api, room, admin.accessToken(), "?after=0").joined()) {
                    later.awaitMessage("অনুরোধে");
                    later.send(Map.of("type", "typing", "active", true));
                    here.awaitType("typing");
                    assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("waiting two seconds for Redis each time would take longer").isLessThan(Duration.ofSeconds(40));
                    there.awaitMessage("অনুরোধে"); // through the database
                    there.say("ওপারও চলছে");
                    here.awaitMessage("ওপারও চলছে");
                }
            } finally {
                REDIS.goOn();
            }
            there.say("আবার রেডিস");
            here.awaitMessage("আবার রেডিস");
            here.say("শেষ");
            there.awaitMessage("শেষ");
            assertThat(here.sequences()).containsExactlyElementsOf(LongStream.rangeClosed(1, 24).boxed().toList());
            assertThat(there.sequences()).containsExactlyElementsOf(LongStream.rangeClosed(1, 24).boxed().toList());
        }
    }

    /** Writers on the node that dies and on the one that stays; those of the dead one come back to the other and go on. */
    @Test
    @Order(4)
    void nodeKilledUnderLoadLosesNothingThatWasAcknowledged() throws Exception {
        Person citizen = people.citizen();
        Person admin = people.admin();
        String room = ChatWorld.room(api, citizen);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        var stop = new AtomicBoolean();
        var there = ChatClient.connect(other, room, admin.accessToken()).joined();
        try (var here = ChatClient.connect(api, room, citizen.accessToken()).joined()) {
            List<Thread> writers = new ArrayList<>();
            writers.add(Thread.startVirtualThread(() -> write(here, "h", stop)));
            writers.add(Thread.startVirtualThread(() -> write(there, "t", stop)));
            Await.until(() -> there.messages().size() > 200, Duration.ofSeconds(30));

            long killed = System.nanoTime();
            node.kill();
            collect(there, "t", acknowledged);
            long last = there.sequences().getLast();
            assertThat(there.sequences()).isEqualTo(LongStream.rangeClosed(there.sequences().getFirst(), last).boxed().toList());
            try (var again = ChatClient.connect(api, room, admin.accessToken(), "?after=" + last).joined()) {
                Await.until(() -> !again.messages().isEmpty(), Duration.ofSeconds(10));
                assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(10));
                stop.set(true);
                for (Thread writer : writers) {
                    writer.join();
                }
                here.say("শেষ");
                again.awaitMessage("শেষ");
                collect(here, "h", acknowledged);
                assertThat(again.sequences()).isEqualTo(LongStream.rangeClosed(last + 1, again.sequences().getLast()).boxed().toList());
            }
        }
        assertThat(acknowledged).isNotEmpty();
        List<String> written = new ArrayList<>();
        for (long after = 0;; ) {
            var page = ChatWorld.history(api, room, citizen, "?after=" + after + "&page_size=100").body().path("results");
            if (page.isEmpty()) {
                break;
            }
            page.valueStream().forEach(message -> written.add(message.path("client_id").asString("")));
            after = page.path(page.size() - 1).path("sequence").asLong();
        }
        assertThat(written).containsAll(acknowledged);
        assertThat(written.stream().filter(id -> !id.isEmpty()).toList()).doesNotHaveDuplicates();
    }

    private static void write(ChatClient client, String who, AtomicBoolean stop) {
        try {
            for (int i = 0; i < 3000 && !stop.get(); i++) {
                client.send(Map.of("message", "বার্তা " + i, "client_id", who + i));
                if (i % 20 == 0) {
                    int sent = i;
                    Await.until(() -> client.messages().stream().anyMatch(each -> each.path("client_id").asString("").equals(who + sent)), Duration.ofSeconds(10));
                }
            }
        } catch (CompletionException | AssertionError _) {
            // its node is gone
        }
    }

    private static void collect(ChatClient client, String who, Set<String> acknowledged) {
        client.messages().stream().map(each -> each.path("client_id").asString("")).filter(id -> id.startsWith(who)).forEach(acknowledged::add);
    }
}

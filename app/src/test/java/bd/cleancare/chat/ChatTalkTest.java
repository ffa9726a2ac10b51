package bd.cleancare.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.media.TestPhotos;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import bd.cleancare.testing.Together;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Talking by plain requests, and what becomes of a conversation. */
@AppTest
class ChatTalkTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired JdbcClient db;

    @Test
    void plainRequestsDoWhatASocketDoes() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        String room = ChatWorld.helpDesk(api, citizen);
        var first = api.as(citizen.accessToken()).post("/api/chat/rooms/" + room + "/messages/", Map.of("message", "কবে আসবেন?", "client_id", "a"));
        var again = api.as(citizen.accessToken()).post("/api/chat/rooms/" + room + "/messages/", Map.of("message", "কবে আসবেন?", "client_id", "a"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());

        try (var live = ChatClient.connect(api, room, admin.accessToken()).joined()) {
            ChatWorld.say(api, room, citizen, "দ্বিতীয়");
            live.awaitMessage("দ্বিতীয়");
            live.say("কাল আসব");
            live.awaitMessage("কাল আসব");
        }
        var after = ChatWorld.history(api, room, citizen, "?after=1").body();
        assertThat(after.path("results").valueStream().map(each -> each.path("message").asString())).containsExactly("দ্বিতীয়", "কাল আসব");
        assertThat(ChatWorld.history(api, room, citizen, "?before=3").body().path("results").valueStream().map(each -> each.path("sequence").asLong()))
                .containsExactly(2L, 1L);
    }

    @Test
    void historyComesInPagesOfTheContract() {
        Person citizen = people.citizen();
        String room = ChatWorld.room(api, citizen);
        for (int i = 1; i <= 45; i++) {
            assertThat(ChatWorld.say(api, room, citizen, "বার্তা " + i).status()).isEqualTo(201);
        }
        var second = ChatWorld.history(api, room, citizen, "?page=2").body();
        assertThat(second.path("count").asLong()).isEqualTo(45);
        assertThat(second.path("next").asString()).contains("page=3");
        assertThat(second.path("previous").asString()).endsWith("/messages/");
        assertThat(second.path("results").valueStream().map(each -> each.path("sequence").asLong()))
                .containsExactlyElementsOf(LongStream.rangeClosed(6, 25).map(each -> 31 - each).boxed().toList());
        assertThat(ChatWorld.history(api, room, citizen, "?page=4").status()).isEqualTo(404);
        assertThat(ChatWorld.history(api, room, citizen, "?after=x").status()).isEqualTo(400);
    }

    @Test
    void longPollAnswersWhenSomethingIsSaid() throws Exception {
        Person citizen = people.citizen();
        Person admin = people.admin();
        String room = ChatWorld.room(api, citizen);
        ChatWorld.say(api, room, citizen, "প্রথম");
        var answer = CompletableFuture.supplyAsync(() -> ChatWorld.history(api, room, admin, "?after=1&wait=20"));
        ChatWorld.say(api, room, citizen, "দ্বিতীয়");

        assertThat(answer.get(10, TimeUnit.SECONDS).body().path("results").path(0).path("message").asString()).isEqualTo("দ্বিতীয়");
    }

    @Test
    void manyAtOnceLeaveNoGapInTheNumbers() {
        Person citizen = people.citizen();
        String room = ChatWorld.room(api, citizen);
        var writers = new AtomicInteger();
        Together.run(8, () -> {
            int writer = writers.getAndIncrement();
            for (int i = 0; i < 10; i++) {
                // Each message twice under one name, from two writers at the same moment.
                api.as(citizen.accessToken()).post("/api/chat/rooms/" + room + "/messages/", Map.of("message", "x", "client_id", "m" + writer / 2 + "-" + i));
            }
            return writer;
        });
        var all = ChatWorld.history(api, room, citizen, "?after=0&page_size=100").body().path("results");
        assertThat(all.valueStream().map(each -> each.path("sequence").asLong())).containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void unreadCountsFollowTheReader() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        String room = ChatWorld.helpDesk(api, citizen);
        ChatWorld.say(api, room, citizen, "এক");
        ChatWorld.say(api, room, admin, "দুই");
        ChatWorld.say(api, room, admin, "তিন");
        assertThat(unread(citizen, room)).isEqualTo(2);
        assertThat(unread(admin, room)).isZero();

        try (var live = ChatClient.connect(api, room, admin.accessToken()).joined()) {
            var mark = api.as(citizen.accessToken()).post("/api/chat/rooms/" + room + "/marks/", Map.of("read", 2)).body();
            assertThat(mark.path("read").asLong()).isEqualTo(2);
            assertThat(live.awaitType("receipt").path("read").asLong()).isEqualTo(2);
        }
        assertThat(unread(citizen, room)).isOne();
        api.as(citizen.accessToken()).post("/api/chat/rooms/" + room + "/marks/", Map.of("read", 99));
        assertThat(unread(citizen, room)).isZero();
        assertThat(api.as(citizen.accessToken()).post("/api/chat/rooms/" + room + "/marks/", Map.of("read", 1)).body().path("read").asLong()).as("never back").isEqualTo(3);
    }

    private long unread(Person person, String room) {
        return api.as(person.accessToken()).get("/api/chat/rooms/").body().path("results").valueStream()
                .filter(each -> each.path("room_id").asString().equals(room)).findFirst().orElseThrow().path("unread").asLong();
    }

    @Test
    void whoWaitsLongestStandsFirstUntilAnswered() {
        Person admin = people.admin("waiting-ward");
        String first = waiting("প্রথম জন");
        String second = waiting("দ্বিতীয় জন");
        assertThat(queue(admin)).containsExactly(first, second);

        ChatWorld.say(api, first, admin, "বলুন");
        assertThat(queue(admin)).containsExactly(second);
        assertThat(api.as(people.citizen().accessToken()).get("/api/chat/waiting/").status()).isEqualTo(403);
    }

    private String waiting(String words) {
        Person citizen = people.citizen();
        db.sql("UPDATE users SET ward_number = 'waiting-ward' WHERE id = ?").param(citizen.id()).update();
        String room = ChatWorld.helpDesk(api, citizen);
        ChatWorld.say(api, room, citizen, words);
        return room;
    }

    private List<String> queue(Person admin) {
        return api.as(admin.accessToken()).get("/api/chat/waiting/").body().path("results").valueStream()
                .filter(room -> room.path("kind").asString().equals("help_desk")).map(room -> room.path("room_id").asString()).toList();
    }

    @Test
    void conversationIsHandedOverClosedRatedAndOpenedAgain() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        Person other = people.admin();
        String room = ChatWorld.helpDesk(api, citizen);
        String path = "/api/chat/rooms/" + room + "/";
        ChatWorld.say(api, room, citizen, "সাহায্য দরকার");
        ChatWorld.say(api, room, admin, "বলুন");
        try (var live = ChatClient.connect(api, room, citizen.accessToken()).joined()) {
            assertThat(room(citizen, path).path("assigned_to").asString()).as("who answers first has it").isEqualTo(admin.id().toString());
            var handed = api.as(admin.accessToken()).post(path + "assignment/", Map.of("assigned_to", other.id().toString()));
            assertThat(handed.body().path("assigned_to").asString()).isEqualTo(other.id().toString());
            live.awaitFrame(frame -> frame.path("event").asString("").equals("assigned"));
            assertThat(api.as(admin.accessToken()).post(path + "assignment/", Map.of("assigned_to", citizen.id().toString())).status()).isEqualTo(400);
            assertThat(api.as(citizen.accessToken()).post(path + "assignment/", Map.of("assigned_to", other.id().toString())).status()).isEqualTo(403);

            assertThat(api.as(citizen.accessToken()).post(path + "rating/", Map.of("rating", 5)).status()).as("not closed yet").isEqualTo(409);
            assertThat(api.as(other.accessToken()).post(path + "closing/", Map.of()).body().path("closed_at").isString()).isTrue();
            assertThat(api.as(other.accessToken()).post(path + "closing/", Map.of()).status()).isEqualTo(409);
            live.awaitFrame(frame -> frame.path("event").asString("").equals("closed"));
            assertThat(api.as(citizen.accessToken()).post(path + "rating/", Map.of("rating", 6)).status()).isEqualTo(400);
            assertThat(api.as(other.accessToken()).post(path + "rating/", Map.of("rating", 5)).status()).isEqualTo(403);
            assertThat(api.as(citizen.accessToken()).post(path + "rating/", Map.of("rating", 4, "comment", "ধন্যবাদ")).status()).isEqualTo(200);
            assertThat(api.as(citizen.accessToken()).post(path + "rating/", Map.of("rating", 1)).status()).isEqualTo(409);
            assertThat(live.awaitFrame(frame -> frame.path("event").asString("").equals("rated")).path("details").path("rating").asInt()).isEqualTo(4);

            ChatWorld.say(api, room, citizen, "আরেকটি প্রশ্ন");
            assertThat(room(citizen, path).path("closed_at").isNull()).isTrue();
            assertThat(live.sequences()).isSorted().doesNotHaveDuplicates();
        }
    }

    private tools.jackson.databind.JsonNode room(Person person, String path) {
        return api.as(person.accessToken()).get(path).body().path("room");
    }

    @Test
    void photosComeThroughTheSafePathAndOnlyToThoseInTheRoom() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        String room = ChatWorld.room(api, citizen);
        try (var live = ChatClient.connect(api, room, admin.accessToken()).joined()) {
            var sent = api.as(citizen.accessToken()).upload("/api/chat/rooms/" + room + "/photos/", Api.Part.photo("drain.jpg", TestPhotos.jpeg(640, 480)));
            assertThat(sent.status()).as(sent.text()).isEqualTo(201);
            String url = live.awaitFrame(frame -> frame.path("attachments").size() == 1).path("attachments").path(0).path("url").asString();
            assertThat(api.as(admin.accessToken()).get(url).header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(api.as(people.citizen().accessToken()).get(url).status()).isEqualTo(404);
        }
        var bad = api.as(citizen.accessToken()).upload("/api/chat/rooms/" + room + "/photos/", Api.Part.photo("x.jpg", "no photo".getBytes()));
        assertThat(bad.status()).isEqualTo(400);
        assertThat(api.as(citizen.accessToken()).upload("/api/chat/rooms/" + room + "/photos/").status()).isEqualTo(400);
    }

    @Test
    void presenceAndTypingAreSeenByTheOthers() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        String room = ChatWorld.room(api, citizen);
        try (var one = ChatClient.connect(api, room, citizen.accessToken()).joined()) {
            var other = ChatClient.connect(api, room, admin.accessToken()).joined();
            assertThat(one.awaitFrame(frame -> frame.path("online").asBoolean(false)).path("user_id").asString()).isEqualTo(admin.id().toString());
            assertThat(other.awaitType("joined").path("present").size()).isEqualTo(2);
            other.send(Map.of("type", "typing", "active", true));
            one.awaitType("typing");
            other.drop();
            one.awaitFrame(frame -> ChatClient.type(frame).equals("presence") && !frame.path("online").asBoolean());
        }
    }

    @Test
    void whatTurnsTextAroundIsLeftOut() {
        Person citizen = people.citizen();
        var said = ChatWorld.say(api, ChatWorld.room(api, citizen), citizen, "ab\u202Egnp.exe\u0007 <b>x</b>");
        assertThat(said.body().path("message").asString()).isEqualTo("abgnp.exe <b>x</b>");
    }
}

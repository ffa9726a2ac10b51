package bd.cleancare.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.media.TestPhotos;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import bd.cleancare.testing.Together;
import bd.cleancare.users.AccountChanged;
import bd.cleancare.users.Users;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What of a conversation is kept, for how long, and told to whom. */
@AppTest
class ChatKeepingTest {

    private static final byte[] JPEG = TestPhotos.jpeg(320, 240);

    @Autowired Api api;
    @Autowired People people;
    @Autowired JdbcClient db;
    @Autowired Users users;
    @Autowired Rooms rooms;
    @Autowired Talk talk;
    @Autowired ApplicationEventPublisher events;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void deletedComplaintTakesItsConversationAndPhotosAlong() {
        Person citizen = people.citizen();
        String room = ChatWorld.room(api, citizen);
        String photo = photo(room, citizen);

        assertThat(api.as(citizen.accessToken()).delete("/api/complaints/" + room + "/").status()).isEqualTo(204);

        assertThat(ChatWorld.history(api, room, citizen).status()).isEqualTo(404);
        assertThat(api.as(citizen.accessToken()).get("/media/chat/" + photo + "/").status()).isEqualTo(404);
        assertThat(stateOf(photo)).isEqualTo("discarded");
        assertThat(db.sql("SELECT count(*)::int FROM chat_rooms WHERE id = ?::uuid").param(room).query(Integer.class).single()).isZero();
    }

    /** With the complaint held, its deletion waits first and the room is asked for second: they go on in that order, on any machine. */
    @Test
    void complaintThatGoesWhileItsRoomIsOpenedHasNone() throws Exception {
        Person citizen = people.citizen();
        String room = ChatWorld.room(api, citizen);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new TransactionTemplate(transactions).execute(_ -> {
                db.sql("SELECT id FROM complaints WHERE id = ?::uuid FOR UPDATE").param(room).query().singleRow();
                int holder = db.sql("SELECT pg_backend_pid()").query(Integer.class).single();
                var deletion = threads.submit(() -> api.as(citizen.accessToken()).delete("/api/complaints/" + room + "/"));
                int deleting = waitsFor(holder, holder);
                var opening = threads.submit(() -> api.as(citizen.accessToken()).get("/api/chat/rooms/" + room + "/"));
                waitsFor(deleting, holder);
                return List.of(deletion, opening);
            });
            assertThat(asked.get(0).get().status()).isEqualTo(204);
            assertThat(asked.get(1).get().status()).isEqualTo(404);
        }
        assertThat(db.sql("SELECT count(*)::int FROM chat_rooms WHERE id = ?::uuid").param(room).query(Integer.class).single()).isZero();
    }

    /** The process of the database that waits for another one. */
    private int waitsFor(int process, int notThis) {
        var found = new AtomicInteger();
        Await.until(() -> {
            db.sql("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> ? AND wait_event_type = 'Lock' AND ? = ANY(pg_blocking_pids(pid))")
                    .params(notThis, process).query(Integer.class).list().stream().findFirst().ifPresent(found::set);
            return found.get() != 0;
        }, Duration.ofSeconds(20));
        return found.get();
    }

    @Test
    void complaintThatTheStaffAnsweredInItsRoomStays() {
        Person citizen = people.citizen();
        String answered = ChatWorld.room(api, citizen);
        ChatWorld.say(api, answered, citizen, "কবে আসবেন?");
        ChatWorld.say(api, answered, people.admin(), "কাল আসব");
        String closed = ChatWorld.room(api, citizen);
        ChatWorld.say(api, closed, citizen, "কেউ আছেন?");
        assertThat(api.as(people.admin().accessToken()).post("/api/chat/rooms/" + closed + "/closing/", Map.of()).status()).isEqualTo(200);
        String shown = ChatWorld.room(api, citizen);
        photo(shown, people.admin());

        for (String room : new String[] {answered, closed, shown}) {
            var refused = api.as(citizen.accessToken()).delete("/api/complaints/" + room + "/");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().path("code").asString()).isEqualTo("already_handled");
            assertThat(ChatWorld.history(api, room, citizen).body().path("count").asInt()).isPositive();
        }
    }

    /** Either the answer was first and the complaint stays, or the deletion was and there is no answer. */
    @Test
    void ofAnAnswerAndADeletionAtOnceOnlyOneHappens() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        for (int i = 0; i < 10; i++) {
            String room = ChatWorld.room(api, citizen);
            ChatWorld.say(api, room, citizen, "কবে আসবেন?");
            var deletes = new AtomicBoolean();
            var statuses = Together.run(2, () -> deletes.compareAndSet(false, true) ? api.as(citizen.accessToken()).delete("/api/complaints/" + room + "/").status()
                    : ChatWorld.say(api, room, admin, "কাল আসব").status());
            assertThat(statuses).isIn(List.of(204, 404), List.of(404, 204), List.of(409, 201), List.of(201, 409));
        }
    }

    @Test
    void sameMessageManyTimesAtOnceIsOneAlsoFromStaffAndWithPhotos() {
        Person admin = people.admin();
        String room = ChatWorld.room(api, people.citizen());
        var said = Together.run(8, () -> api.as(admin.accessToken()).post("/api/chat/rooms/" + room + "/messages/", Map.of("message", "x", "client_id", "a")).status());
        var shown = Together.run(4, () -> api.as(admin.accessToken()).upload("/api/chat/rooms/" + room + "/photos/", Api.Part.photo("a.jpg", JPEG),
                new Api.Part("client_id", null, null, "b".getBytes(StandardCharsets.UTF_8))).status());

        assertThat(said).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(shown).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(ChatWorld.history(api, room, admin).body().path("count").asInt()).isEqualTo(2);
    }

    @Test
    void exportTellsWhatThePersonSaidAndNothingOfOthers() {
        Person citizen = people.citizen();
        String room = ChatWorld.room(api, citizen);
        String desk = ChatWorld.helpDesk(api, citizen);
        ChatWorld.say(api, room, citizen, "ড্রেনের কথা");
        ChatWorld.say(api, room, people.admin(), "অন্যের কথা");
        String photo = photo(desk, citizen);

        var export = api.as(citizen.accessToken()).get("/api/auth/export/");
        assertThat(export.status()).isEqualTo(200);
        var chat = export.body().path("chat");
        assertThat(chat.path("messages").valueStream().map(each -> each.path("room_id").asString())).containsExactly(room, desk);
        assertThat(chat.path("messages").path(0).path("message").asString()).isEqualTo("ড্রেনের কথা");
        assertThat(chat.path("messages").path(1).path("attachments").path(0).path("id").asString()).isEqualTo(photo);
        assertThat(chat.path("rooms").valueStream().map(each -> each.path("kind").asString())).containsExactlyInAnyOrder("complaint", "help_desk");
        assertThat(export.text()).doesNotContain("অন্যের কথা");
    }

    @Test
    void closedAccountLeavesNoHelpDeskAndNoNameWhileTheComplaintsRoomIsKept() {
        Person citizen = people.citizenWithPassword("river-and-rain");
        Person admin = people.admin();
        String room = ChatWorld.room(api, citizen);
        String desk = ChatWorld.helpDesk(api, citizen);
        api.as(citizen.accessToken()).post("/api/chat/rooms/" + room + "/messages/", Map.of("message", "ড্রেনের কথা", "client_id", "phone-1"));
        String kept = photo(room, citizen);
        String personal = photo(desk, citizen);
        ChatWorld.say(api, desk, admin, "আপনার নম্বরটি দেখছি");

        var closed = api.as(citizen.accessToken()).post("/api/auth/close/", Map.of("current_password", "river-and-rain"));
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);

        assertThat(ChatWorld.history(api, desk, admin).status()).isEqualTo(404);
        assertThat(stateOf(personal)).isEqualTo("discarded");
        assertThat(stateOf(kept)).isEqualTo("kept");
        var said = ChatWorld.history(api, room, admin, "?after=0").body().path("results").path(0);
        assertThat(said.path("message").asString()).isEqualTo("ড্রেনের কথা");
        assertThat(said.path("sender_name").asString()).isEmpty();
        assertThat(said.has("client_id")).isFalse();
        var left = api.as(admin.accessToken()).get("/api/chat/rooms/" + room + "/").body();
        assertThat(left.path("room").path("waiting_since").isNull()).as("nobody waits").isTrue();
        assertThat(left.path("marks").valueStream().map(mark -> mark.path("user_id").asString())).doesNotContain(citizen.id().toString());
    }

    @Test
    void closedAccountOfTheStaffIsNamedNowhere() {
        Person worker = people.serviceProvider();
        Person admin = people.admin();
        String desk = ChatWorld.helpDesk(api, people.citizen());
        db.sql("UPDATE users SET name = 'নাম যা থাকবে না' WHERE id = ?").param(worker.id()).update();
        var handed = api.as(admin.accessToken()).post("/api/chat/rooms/" + desk + "/assignment/", Map.of("assigned_to", worker.id().toString()));
        assertThat(handed.status()).as(handed.text()).isEqualTo(200);
        assertThat(ChatWorld.history(api, desk, admin).text()).contains("নাম যা থাকবে না");

        users.close(worker.id());

        var history = ChatWorld.history(api, desk, admin).body().path("results");
        assertThat(history.path(0).path("sender_name").asString("?")).as("who gave it back").isEmpty();
        var event = history.path(1);
        assertThat(event.path("details").path("assigned_to").asString()).isEqualTo(worker.id().toString());
        assertThat(event.path("details").path("assigned_to_name").asString("?")).isEmpty();
    }

    @Test
    void conversationsOfWhoeverLeavesGoBackToTheQueueAndSayIt() {
        Person worker = people.serviceProvider();
        Person admin = people.admin();
        String open = ChatWorld.helpDesk(api, people.citizen());
        Person before = people.citizen();
        String ended = ChatWorld.helpDesk(api, before);
        ChatWorld.give(api, admin, open, worker);
        ChatWorld.give(api, admin, ended, worker);
        assertThat(api.as(admin.accessToken()).post("/api/chat/rooms/" + ended + "/closing/", Map.of()).status()).isEqualTo(200);
        try (var watching = ChatClient.connect(api, open, admin.accessToken()).joined()) {
            users.close(worker.id());
            var line = watching.awaitType("event");
            assertThat(line.path("event").asString()).isEqualTo("assigned");
            assertThat(line.path("details").has("assigned_to")).isFalse();
        }
        assertThat(assignedTo(open, admin)).isNull();
        assertThat(ChatWorld.history(api, open, admin).body().path("count").asInt()).isEqualTo(2);
        assertThat(ChatWorld.history(api, ended, admin).body().path("count").asInt()).as("given and closed, and nothing more to say").isEqualTo(2);
        ChatWorld.say(api, ended, before, "আরেকটা প্রশ্ন");
        assertThat(assignedTo(ended, admin)).as("whoever writes again does not write to somebody who is gone").isNull();
        assertThat(api.as(admin.accessToken()).get("/api/chat/rooms/" + open + "/").text()).doesNotContain(worker.id().toString());
    }

    @Test
    void whoeverIsNoLongerStaffHasNoConversation() {
        Person former = people.serviceProvider();
        Person admin = people.admin();
        String room = ChatWorld.helpDesk(api, people.citizen());
        ChatWorld.give(api, admin, room, former);

        events.publishEvent(new AccountChanged(former.id()));
        assertThat(assignedTo(room, admin)).as("somebody's phone number has changed").isEqualTo(former.id().toString());
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            db.sql("UPDATE users SET role = 'citizen' WHERE id = ?").param(former.id()).update();
            events.publishEvent(new AccountChanged(former.id()));
        });

        assertThat(assignedTo(room, admin)).isNull();
        assertThat(ChatWorld.history(api, room, admin).body().path("results").path(0).path("event").asString()).isEqualTo("assigned");
    }

    /** Giving waits for the leaving to be decided, and then finds nobody to give to. */
    @Test
    void nothingIsGivenToWhoeverIsLeaving() throws Exception {
        Person worker = people.serviceProvider();
        Person admin = people.admin();
        String given = ChatWorld.helpDesk(api, people.citizen());
        String answered = ChatWorld.helpDesk(api, people.citizen());
        var answering = rooms.find(UUID.fromString(answered), people.admin().viewer()).orElseThrow();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new TransactionTemplate(transactions).execute(_ -> {
                int holder = db.sql("SELECT pg_backend_pid()").query(Integer.class).single();
                users.close(worker.id());
                var giving = threads.submit(() -> api.as(admin.accessToken()).post("/api/chat/rooms/" + given + "/assignment/", Map.of("assigned_to", worker.id().toString())).status());
                waitsFor(holder, holder);
                var saying = threads.submit(() -> talk.say(answering, "এই তো আছি", null, worker.viewer()));
                Await.until(() -> db.sql("SELECT count(*)::int FROM pg_stat_activity WHERE ? = ANY(pg_blocking_pids(pid))").param(holder).query(Integer.class).single() == 2,
                        Duration.ofSeconds(20));
                return List.of(giving, saying);
            });
            assertThat(done.get(0).get()).isEqualTo(409);
            assertThat(done.get(1).get()).isInstanceOf(Talk.Saying.Said.class);
        }
        assertThat(assignedTo(given, admin)).isNull();
        assertThat(assignedTo(answered, admin)).isNull();
    }

    private String assignedTo(String room, Person viewer) {
        return api.as(viewer.accessToken()).get("/api/chat/rooms/" + room + "/").body().path("room").path("assigned_to").asString(null);
    }

    /** Sends a photo and answers its id. */
    private String photo(String room, Person from) {
        var sent = api.as(from.accessToken()).upload("/api/chat/rooms/" + room + "/photos/", Api.Part.photo("a.jpg", JPEG));
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        return sent.body().path("attachments").path(0).path("id").asString();
    }

    private String stateOf(String photo) {
        return db.sql("SELECT state FROM media WHERE id = ?::uuid").param(photo).query(String.class).single();
    }
}

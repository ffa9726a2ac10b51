package bd.cleancare.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is away is told, once, until they have read again. */
@AppTest
class ChatNoticeTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired JdbcClient db;
    @Autowired Notices notices;

    @Test
    void oneNoticeForManyMessagesUntilThePersonHasRead() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        String room = ChatWorld.helpDesk(api, citizen);
        ChatWorld.say(api, room, citizen, "কেউ আছেন?");
        for (int i = 0; i < 5; i++) {
            ChatWorld.say(api, room, admin, "উত্তর " + i);
        }
        assertThat(told(citizen)).as("there is time to read").isZero();
        timePasses(room);
        assertThat(told(citizen)).isOne();

        ChatWorld.say(api, room, admin, "আরও একটি");
        timePasses(room);
        assertThat(told(citizen)).as("not again before they have read").isOne();

        api.as(citizen.accessToken()).post("/api/chat/rooms/" + room + "/marks/", Map.of("read", 99));
        ChatWorld.say(api, room, admin, "নতুন খবর");
        timePasses(room);
        assertThat(told(citizen)).isEqualTo(2);
        assertThat(told(admin)).as("who has it and has not read since").isZero();
        ChatWorld.say(api, room, citizen, "ধন্যবাদ");
        timePasses(room);
        assertThat(told(admin)).isOne();
        Await.until(() -> sms(citizen) == 2, Duration.ofSeconds(20));
        assertThat(api.as(citizen.accessToken()).get("/api/chat/rooms/" + room + "/messages/").body().path("count").asInt()).as("two SMS for seven messages of the staff").isEqualTo(9);
    }

    private int sms(Person person) {
        return db.sql("SELECT count(*)::int FROM outgoing_messages WHERE user_id = ? AND channel = 'sms'").param(person.id()).query(Integer.class).single();
    }

    @Test
    void whoIsInTheRoomOrReadsInTimeIsNotTold() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        String room = ChatWorld.helpDesk(api, citizen);
        try (var live = ChatClient.connect(api, room, citizen.accessToken()).joined()) {
            ChatWorld.say(api, room, admin, "এখানে আছেন?");
            live.awaitMessage("এখানে আছেন?");
            timePasses(room);
            assertThat(told(citizen)).isZero();
        }
        Await.until(() -> db.sql("SELECT count(*)::int FROM chat_presence WHERE room_id = ?::uuid").param(room).query(Integer.class).single() == 0);
        timePasses(room);
        assertThat(told(citizen)).as("left without reading").isOne();
    }

    private void timePasses(String room) {
        db.sql("UPDATE chat_members SET notice_due = now() - interval '1 second' WHERE room_id = ?::uuid AND notice_due IS NOT NULL").param(room).update();
        notices.run();
    }

    private int told(Person person) {
        return db.sql("SELECT count(*)::int FROM notification_facts WHERE event = 'chat_message' AND ?::uuid = ANY(recipients)").param(person.id()).query(Integer.class).single();
    }
}

package bd.cleancare.chat;

import static bd.cleancare.chat.ChatWorld.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may be in which room, at the door and while they are inside. */
@AppTest
@ExtendWith(OutputCaptureExtension.class)
class ChatRightsTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired JdbcClient db;

    @Test
    void roomOfAComplaintIsForItsOwnerAndTheStaffWhoMaySeeIt() {
        Person owner = people.citizen();
        Person worker = people.serviceProvider();
        String room = ChatWorld.room(api, owner);
        db.sql("UPDATE complaints SET ward_number = '3' WHERE id = ?::uuid").param(room).update();
        ChatWorld.assign(api, people.superAdmin(), room, worker);
        var expected = new LinkedHashMap<Person, Boolean>();
        expected.put(owner, true);
        expected.put(people.citizen(), false);
        expected.put(worker, true);
        expected.put(people.serviceProvider(), false);
        expected.put(people.admin(), true);
        expected.put(people.admin("3"), true);
        expected.put(people.admin("4"), false);
        expected.put(people.superAdmin(), true);

        expected.forEach((person, may) -> assertDoors(room, person, may));
    }

    @Test
    void helpDeskIsForItsCitizenAndTheAdminsOfTheirWard() {
        Person citizen = people.citizen();
        db.sql("UPDATE users SET ward_number = '3' WHERE id = ?").param(citizen.id()).update();
        String room = ChatWorld.helpDesk(api, citizen);
        Person worker = people.serviceProvider();
        assertDoors(room, citizen, true);
        assertDoors(room, people.citizen(), false);
        assertDoors(room, people.admin("3"), true);
        assertDoors(room, people.admin("4"), false);
        assertDoors(room, worker, false);

        var handed = api.as(people.admin().accessToken()).post("/api/chat/rooms/" + room + "/assignment/", Map.of("assigned_to", worker.id().toString()));
        assertThat(handed.status()).as(handed.text()).isEqualTo(200);
        assertDoors(room, worker, true);
        assertThat(api.as(worker.accessToken()).get("/api/chat/help-desk/").status()).isEqualTo(403);
    }

    @Test
    void staffRoomsAreForStaff() {
        Person admin = people.admin("3");
        var rooms = api.as(admin.accessToken()).get("/api/chat/rooms/").body().path("results");
        String all = rooms.valueStream().filter(room -> room.path("kind").asString().equals("all_staff")).findFirst().orElseThrow().path("room_id").asString();
        assertDoors(all, admin, true);
        assertDoors(all, people.serviceProvider(), true);
        assertDoors(all, people.citizen(), false);
    }

    private void assertDoors(String room, Person person, boolean may) {
        assertThat(ChatClient.refused(api, "/ws/chat/" + room + "/", bearer(person))).as(person.viewer().toString()).isEqualTo(may ? 101 : 403);
        assertThat(ChatWorld.history(api, room, person).status()).as(person.viewer().toString()).isEqualTo(may ? 200 : 404);
        assertThat(ChatWorld.say(api, room, person, "আমি কি এখানে?").status()).as(person.viewer().toString()).isEqualTo(may ? 201 : 404);
    }

    @Test
    void strangersAndForeignPagesStayOutsideAndNoTokenIsLogged(CapturedOutput output) {
        Person citizen = people.citizen();
        String room = ChatWorld.room(api, citizen);
        String path = "/ws/chat/" + room + "/";
        String cookie = "session=" + people.cookieOf(citizen);

        assertThat(ChatClient.refused(api, path, Map.of())).isEqualTo(401);
        assertThat(ChatClient.refused(api, path + "?token=nonsense", Map.of())).isEqualTo(401);
        assertThat(ChatClient.refused(api, path, Map.of("Cookie", cookie))).as("no origin").isEqualTo(403);
        assertThat(ChatClient.refused(api, path, Map.of("Cookie", cookie, "Origin", "https://elsewhere.example"))).isEqualTo(403);
        assertThat(ChatClient.refused(api, path, Map.of("Cookie", cookie, "Origin", api.base()))).isEqualTo(101);
        assertThat(ChatClient.refused(api, "/ws/chat/nonsense/", bearer(citizen))).isEqualTo(403);
        assertThat(api.as(citizen.accessToken()).get(path).status()).isEqualTo(426);
        assertThat(ChatClient.refused(api, path + "?token=" + citizen.accessToken() + "&after=x", Map.of())).isEqualTo(400);
        assertThat(output.getAll()).doesNotContain(citizen.accessToken());
    }

    @Test
    void connectionsEndWithTheirRights() {
        Person owner = people.citizen();
        Person first = people.serviceProvider();
        Person demoted = people.admin();
        Person admin = people.admin();
        String room = ChatWorld.room(api, owner);
        ChatWorld.assign(api, admin, room, first);
        try (var citizen = ChatClient.connect(api, room, owner.accessToken()).joined(); var worker = ChatClient.connect(api, room, first.accessToken()).joined();
                var former = ChatClient.connect(api, room, demoted.accessToken()).joined(); var stays = ChatClient.connect(api, room, admin.accessToken()).joined()) {
            ChatWorld.assign(api, admin, room, people.serviceProvider());
            db.sql("UPDATE users SET role = 'citizen' WHERE id = ?").param(demoted.id()).update();
            assertThat(api.as(owner.accessToken()).post("/api/auth/logout/", Map.of()).status()).isBetween(200, 299);

            worker.awaitClosed(4403);
            former.awaitClosed(4403);
            citizen.awaitClosed(4401);
            stays.say("কে আছেন?");
            stays.awaitMessage("কে আছেন?");
        }
    }
}

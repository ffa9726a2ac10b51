package bd.cleancare.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class ReplyApiTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired JdbcClient db;

    @Test
    void repliesFitTheConversationInBothLanguages() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        String everywhere = template(null, admin);
        String cleaning = template(1, admin);
        String roads = template(4, admin);

        String complaint = ChatWorld.room(api, citizen);
        assertThat(titles(complaint, admin)).contains(cleaning, everywhere).doesNotContain(roads).satisfies(titles ->
                assertThat(titles.indexOf(cleaning)).isLessThan(titles.indexOf(everywhere)));
        assertThat(titles(ChatWorld.helpDesk(api, citizen), admin)).contains(everywhere, cleaning, roads);

        var first = replies(complaint, admin).body().path("results").valueStream().filter(reply -> reply.path("title_en").asString().equals(cleaning)).findFirst().orElseThrow();
        assertThat(first.path("category").asString()).isEqualTo("পরিচ্ছন্নতা");
        assertThat(first.path("title_bn").asString()).isEqualTo("উত্তর");
        assertThat(first.path("body_bn").asString()).isEqualTo("দল যাচ্ছে।");
        assertThat(first.path("body_en").asString()).isEqualTo("A team is coming.");
    }

    @Test
    void repliesAreForTheStaffOfTheRoom() {
        Person citizen = people.citizen();
        String room = ChatWorld.room(api, citizen);
        assertThat(replies(room, citizen).status()).isEqualTo(403);
        assertThat(replies(room, people.serviceProvider()).status()).isEqualTo(404);
        assertThat(replies("no-room", people.admin()).status()).isEqualTo(404);
        assertThat(api.get("/api/chat/rooms/" + room + "/replies/").status()).isEqualTo(401);
    }

    private Api.Answer replies(String room, Person who) {
        return api.as(who.accessToken()).get("/api/chat/rooms/" + room + "/replies/");
    }

    private List<String> titles(String room, Person who) {
        return replies(room, who).body().path("results").valueStream().map(reply -> reply.path("title_en").asString()).toList();
    }

    private String template(Integer category, Person by) {
        String title = "Reply " + System.nanoTime();
        db.sql("INSERT INTO response_templates (id, category, title_bn, title_en, body_bn, body_en, updated_by) VALUES (uuidv7(), ?::smallint, 'উত্তর', ?, 'দল যাচ্ছে।', 'A team is coming.', ?)")
                .param(category).param(title).param(by.id()).update();
        return title;
    }
}

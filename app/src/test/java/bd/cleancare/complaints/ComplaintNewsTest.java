package bd.cleancare.complaints;

import static bd.cleancare.complaints.Desk.IN_PROGRESS;
import static bd.cleancare.complaints.Desk.RESOLVED;
import static bd.cleancare.complaints.Desk.assign;
import static bd.cleancare.complaints.Desk.file;
import static bd.cleancare.complaints.Desk.move;
import static bd.cleancare.complaints.Desk.path;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import bd.cleancare.testing.SmsInbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who hears what on the way of a complaint. */
@AppTest
class ComplaintNewsTest {

    /** News is told in the order in which it happened, and other tests file ten thousand complaints in one go. */
    private static final Duration BEHIND_OTHERS = Duration.ofMinutes(2);

    @Autowired
    Api http;
    @Autowired
    People people;
    @Autowired
    SmsInbox inbox;
    @Autowired
    JdbcClient db;

    @Test
    void everyStepIsToldToThoseItConcernsAndToNobodyWhoTookIt() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        Person worker = people.serviceProvider();
        JsonNode complaint = file(http, citizen);
        assign(http, admin, complaint, worker);
        assertThat(move(http, admin, complaint, IN_PROGRESS).status()).isEqualTo(200);
        assertThat(http.as(admin.accessToken()).post(path(complaint, "comments"), Map.of("comment", "কাল সকালে যাচ্ছি")).status()).isBetween(200, 201);
        assertThat(move(http, admin, complaint, RESOLVED).status()).isEqualTo(200);
        assertThat(http.as(citizen.accessToken()).post(path(complaint, "reopen"), Map.of("comment", "আবার পানি জমেছে")).status()).isEqualTo(200);

        Await.until(() -> toldTo(worker, complaint).contains("reopened"), BEHIND_OTHERS);
        assertThat(toldTo(citizen, complaint)).containsExactly("complaint_received", "complaint_assigned", "complaint_state_changed", "complaint_comment",
                "resolved_please_confirm");
        assertThat(toldTo(worker, complaint)).containsExactly("work_assigned", "complaint_state_changed", "complaint_comment", "reopened");
        assertThat(toldTo(admin, complaint)).isEmpty();
        inbox.awaitText(citizen.phone(), "/rate/");
    }

    @Test
    void whatStaffOpenAgainIsToldToTheCitizen() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        JsonNode complaint = file(http, citizen);
        assertThat(move(http, admin, complaint, RESOLVED).status()).isEqualTo(200);
        assertThat(move(http, admin, complaint, IN_PROGRESS).status()).isEqualTo(200);
        Await.until(() -> toldTo(citizen, complaint).contains("reopened"), BEHIND_OTHERS);
    }

    private List<String> toldTo(Person person, JsonNode complaint) {
        return db.sql("SELECT f.event FROM notifications n JOIN notification_facts f ON f.sequence = n.fact WHERE n.user_id = ? AND f.path LIKE ? ORDER BY f.sequence")
                .param(person.id()).param("%/" + complaint.path("id").asString() + "/").query(String.class).list();
    }
}

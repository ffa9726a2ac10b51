package bd.cleancare.complaints;

import static bd.cleancare.complaints.Desk.CANCELLED;
import static bd.cleancare.complaints.Desk.IN_PROGRESS;
import static bd.cleancare.complaints.Desk.RESOLVED;
import static bd.cleancare.complaints.Desk.SUBMITTED;
import static bd.cleancare.complaints.Desk.assign;
import static bd.cleancare.complaints.Desk.body;
import static bd.cleancare.complaints.Desk.file;
import static bd.cleancare.complaints.Desk.move;
import static bd.cleancare.complaints.Desk.path;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.shared.Text;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@AppTest
class ComplaintWorkflowTest {

    private static final List<String> ALL = List.of(SUBMITTED, IN_PROGRESS, RESOLVED, CANCELLED);
    private static final Map<String, List<String>> STEPS = Map.of(SUBMITTED, List.of(IN_PROGRESS, RESOLVED, CANCELLED),
            IN_PROGRESS, List.of(SUBMITTED, RESOLVED, CANCELLED), RESOLVED, List.of(IN_PROGRESS), CANCELLED, List.of());

    @Autowired
    Api http;
    @Autowired
    People people;
    @Autowired
    JdbcClient db;

    Person citizen;
    Person admin;
    Person provider;

    @BeforeEach
    void aCitizenAnAdminAndAProvider() {
        citizen = people.citizen();
        admin = people.admin();
        provider = people.serviceProvider();
    }

    @Test
    void everyStepOfTheWorkflowAndNoOther() {
        for (String from : ALL) {
            for (String to : ALL) {
                JsonNode complaint = file(http, citizen);
                if (!from.equals(SUBMITTED)) {
                    assertThat(move(http, admin, complaint, from).status()).isEqualTo(200);
                }
                var answer = move(http, admin, complaint, to);
                boolean allowed = STEPS.get(from).contains(to);
                assertThat(answer.status()).as(from + " → " + to).isEqualTo(allowed ? 200 : 409);
                if (!allowed) {
                    assertThat(answer.body().at("/complaint/status").asString()).isEqualTo(Text.normalise(from));
                    assertThat(answer.body().get("code").asString()).isEqualTo("no_such_step");
                }
            }
        }
    }

    @Test
    void updateStatusAnswersAsTheContractSays() {
        JsonNode complaint = file(http, citizen);
        Api desk = http.as(admin.accessToken());

        var moved = desk.post(path(complaint, "update_status"), Map.of("new_status", IN_PROGRESS, "comment", "দেখছি", "internal_note", "ঠিকাদার জানে"));
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.body().get("message").asString()).isEqualTo("Status updated successfully");
        assertThat(moved.body().at("/complaint/status").asString()).isEqualTo(Text.normalise(IN_PROGRESS));
        assertThat(moved.body().at("/complaint/id")).isEqualTo(complaint.get("id"));

        for (Object missing : List.of("{}", Map.of("new_status", ""), "{\"new_status\": null}")) {
            var answer = desk.post(path(complaint, "update_status"), missing);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().get("error").asString()).isEqualTo("new_status is required");
        }
        for (Object bad : List.of(Map.of("new_status", "done"), Map.of("new_status", 3), Map.of("new_status", List.of(RESOLVED)))) {
            assertThat(desk.post(path(complaint, "update_status"), bad).status()).isEqualTo(400);
        }
        for (Person other : List.of(citizen, assigneeOf(complaint))) {
            var answer = http.as(other.accessToken()).post(path(complaint, "update_status"), "{}");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body().get("error").asString()).isEqualTo("Only admins can update complaint status");
        }
        assertThat(http.as(people.citizen().accessToken()).post(path(complaint, "update_status"), Map.of("new_status", RESOLVED)).status()).isEqualTo(404);
    }

    private Person assigneeOf(JsonNode complaint) {
        assign(http, admin, complaint, provider);
        return provider;
    }

    @Test
    void updatesHoldEachChangeOfStatusOnceNewestFirst() {
        JsonNode complaint = file(http, citizen);
        assign(http, admin, complaint, provider);
        http.as(admin.accessToken()).post(path(complaint, "update_status"), Map.of("new_status", IN_PROGRESS, "internal_note", "গোপন কথা"));
        move(http, admin, complaint, RESOLVED);

        JsonNode updates = http.as(citizen.accessToken()).get(path(complaint, "updates")).body();

        assertThat(updates.size()).isEqualTo(2);
        JsonNode latest = updates.get(0);
        assertThat(latest.propertyNames()).containsExactlyInAnyOrder("id", "old_status", "new_status", "comment", "updated_by", "updated_by_name", "created_at");
        assertThat(latest.get("old_status").asString()).isEqualTo(Text.normalise(IN_PROGRESS));
        assertThat(latest.get("new_status").asString()).isEqualTo(Text.normalise(RESOLVED));
        assertThat(latest.get("updated_by").asString()).isEqualTo(admin.id().toString());
        assertThat(latest.get("comment").asString()).startsWith("→");
        assertThat(updates.get(1).get("comment").asString()).isEmpty();
        assertThat(http.as(provider.accessToken()).get(path(complaint, "updates")).body().get(1).get("internal_note").asString()).isEqualTo("গোপন কথা");
        assertThat(http.as(citizen.accessToken()).get(path(complaint, "history")).text()).doesNotContain("গোপন কথা");
    }

    @Test
    void resolvedAtIsThereExactlyWhileItIsResolved() {
        JsonNode complaint = file(http, citizen);
        assertThat(move(http, admin, complaint, RESOLVED).body().at("/complaint/resolved_at").isNull()).isFalse();
        assertThat(move(http, admin, complaint, IN_PROGRESS).body().at("/complaint/resolved_at").isNull()).isTrue();
    }

    @Test
    void anAssignedProviderSeesTheComplaintAndDoesTheWork() {
        JsonNode complaint = file(http, citizen);
        Api work = http.as(provider.accessToken());
        assertThat(work.get(path(complaint)).status()).isEqualTo(404);
        assertThat(work.post(path(complaint, "start_work"), "{}").status()).isEqualTo(404);

        JsonNode assigned = assign(http, admin, complaint, provider);
        assertThat(assigned.get("assigned_to").asString()).isEqualTo(provider.id().toString());
        assertThat(assigned.get("assigned_to_name").asString()).startsWith("Person ");
        assertThat(work.get("/api/complaints/").body().at("/results/0/id")).isEqualTo(complaint.get("id"));

        assertThat(work.post(path(complaint, "work_done"), Map.of("comment", "x")).status()).as("not begun").isEqualTo(409);
        assertThat(work.post(path(complaint, "start_work"), "{}").status()).isEqualTo(200);
        assertThat(work.post(path(complaint, "work_done"), "{}").status()).as("a word about it is due").isEqualTo(400);
        var done = work.post(path(complaint, "work_done"), Map.of("comment", "পরিষ্কার হয়েছে"));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body().get("resolved_at").isNull()).isFalse();
        assertThat(http.as(citizen.accessToken()).get(path(complaint, "updates")).body().at("/0/comment").asString()).isEqualTo("পরিষ্কার হয়েছে");
        assertThat(http.as(citizen.accessToken()).post(path(complaint, "start_work"), "{}").status()).isEqualTo(403);
        assertThat(work.patch(path(complaint), Map.of("title", "x")).status()).isEqualTo(403);
    }

    @Test
    void onlyActiveStaffCanBeGivenAComplaintAndOnlyByAdmins() {
        JsonNode complaint = file(http, citizen);
        Person retired = people.serviceProvider();
        db.sql("UPDATE users SET is_active = false WHERE id = ?").param(retired.id()).update();

        for (String nobody : List.of(people.citizen().id().toString(), retired.id().toString(), "00000000-0000-0000-0000-000000000000", "x")) {
            var answer = http.as(admin.accessToken()).post(path(complaint, "assign"), Map.of("assigned_to", nobody));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().has("assigned_to")).isTrue();
        }
        assertThat(http.as(admin.accessToken()).post(path(complaint, "assign"), "{}").status()).isEqualTo(400);
        assertThat(http.as(citizen.accessToken()).post(path(complaint, "assign"), Map.of("assigned_to", provider.id().toString())).status()).isEqualTo(403);

        assign(http, admin, complaint, provider);
        var nobodys = new HashMap<String, Object>();
        nobodys.put("assigned_to", null);
        var freed = http.as(admin.accessToken()).post(path(complaint, "assign"), nobodys);
        assertThat(freed.status()).isEqualTo(200);
        assertThat(freed.body().get("assigned_to").isNull()).isTrue();
        assertThat(http.as(provider.accessToken()).get(path(complaint)).status()).isEqualTo(404);
    }

    @Test
    void anAdminsPatchGoesThroughTheWorkflowAllOrNothing() {
        JsonNode complaint = file(http, citizen);
        Api desk = http.as(admin.accessToken());

        var patched = desk.patch(path(complaint), Map.of("priority", "নিম্ন", "assigned_to", provider.id().toString(), "status", IN_PROGRESS));
        assertThat(patched.status()).as(patched.text()).isEqualTo(200);
        assertThat(patched.body().get("assigned_to").asString()).isEqualTo(provider.id().toString());
        JsonNode history = desk.get(path(complaint, "history")).body();
        assertThat(history.valueStream().map(entry -> entry.get("kind").asString())).containsExactly("status", "assigned", "edited", "filed");
        assertThat(history.valueStream().map(entry -> entry.get("sequence").asInt())).containsExactly(4, 3, 2, 1);
        assertThat(history.get(1).get("assigned_to_name").asString()).startsWith("Person ");

        desk.patch(path(complaint), Map.of("status", CANCELLED));
        var refused = desk.patch(path(complaint), Map.of("title", "অন্য", "status", IN_PROGRESS));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(desk.get(path(complaint)).body().get("title").asString()).isEqualTo("ড্রেন উপচে পড়ছে");
        assertThat(desk.put(path(complaint), body("status", CANCELLED)).status()).as("the same status is no move").isEqualTo(200);
    }

    @Test
    void commentsArePartOfTheHistoryAndNotesAreStaffs() {
        JsonNode complaint = file(http, citizen);
        var said = http.as(citizen.accessToken()).post(path(complaint, "comments"), Map.of("comment", "এখনও পানি আছে", "internal_note", "x"));
        assertThat(said.status()).isEqualTo(201);
        assertThat(said.body().get("comment").asString()).isEqualTo("এখনও পানি আছে");
        assertThat(http.as(admin.accessToken()).post(path(complaint, "comments"), Map.of("internal_note", "শুধু আমাদের")).status()).isEqualTo(201);
        assertThat(http.as(citizen.accessToken()).post(path(complaint, "comments"), Map.of("internal_note", "x")).status()).isEqualTo(400);

        assertThat(http.as(citizen.accessToken()).get(path(complaint, "history")).body().size()).isEqualTo(2);
        assertThat(http.as(admin.accessToken()).get(path(complaint, "history")).body().get(0).get("internal_note").asString()).isEqualTo("শুধু আমাদের");
        assertThat(http.as(citizen.accessToken()).get(path(complaint, "updates")).body().size()).isZero();
    }

    @Test
    void theOwnerWithdraws() {
        JsonNode complaint = file(http, citizen);
        assertThat(http.as(admin.accessToken()).post(path(complaint, "withdraw"), "{}").status()).isEqualTo(403);

        var withdrawn = http.as(citizen.accessToken()).post(path(complaint, "withdraw"), Map.of("comment", "নিজেরাই পরিষ্কার করেছি"));

        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.body().get("status").asString()).isEqualTo(CANCELLED);
        assertThat(http.as(citizen.accessToken()).get(path(complaint, "updates")).body().size()).isEqualTo(1);
        assertThat(http.as(citizen.accessToken()).post(path(complaint, "withdraw"), "{}").status()).isEqualTo(409);
    }
}

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
import bd.cleancare.testing.Browsers;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import bd.cleancare.testing.Together;
import bd.cleancare.users.AccountChanged;
import bd.cleancare.users.Users;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Staff who leave give back what they had. */
@AppTest
class FormerStaffTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Autowired
    Api api;
    @Autowired
    People people;
    @Autowired
    Browsers browsers;
    @Autowired
    Users users;
    @Autowired
    JdbcClient db;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    TransactionTemplate transaction;

    private Person citizen;
    private Person admin;
    private Person worker;

    @BeforeEach
    void three() {
        citizen = people.citizen();
        admin = people.admin();
        worker = people.serviceProvider();
    }

    @ParameterizedTest
    @ValueSource(strings = {"is_active = false", "role = 'citizen'"})
    void whatIsOpenGoesBackToTheQueueAndItsHistorySaysWhy(String loss) {
        JsonNode begun = given();
        move(api, admin, begun, IN_PROGRESS);
        JsonNode done = given();
        move(api, admin, done, RESOLVED);
        JsonNode others = file(api, citizen);
        assign(api, admin, others, people.serviceProvider());

        events.publishEvent(new AccountChanged(worker.id()));
        assertThat(assignedTo(begun)).as("somebody's phone number has changed").isEqualTo(worker.id().toString());
        transaction.executeWithoutResult(_ -> lose(loss));

        assertThat(assignedTo(begun)).isNull();
        assertThat(now(begun).path("status").asString()).isEqualTo(IN_PROGRESS);
        assertThat(kinds(begun)).containsExactly("released", "status", "assigned", "filed");
        assertThat(assignedTo(done)).as("who resolved it").isEqualTo(worker.id().toString());
        assertThat(assignedTo(others)).isNotNull();
        assertThat(kinds(others)).containsExactly("assigned", "filed");
    }

    @Test
    void aClosedAccountHasNothingOpenEither() {
        JsonNode complaint = given();
        users.close(worker.id());
        assertThat(assignedTo(complaint)).isNull();
        assertThat(kinds(complaint)).containsExactly("released", "assigned", "filed");
    }

    @Test
    void theQueueHasItAmongTheUnassignedAndBothPagesSayWhy() {
        String title = "ঢাকনা নেই " + worker.phone().local().substring(6);
        JsonNode complaint = file(api, citizen, "title", title);
        assign(api, admin, complaint, worker);
        transaction.executeWithoutResult(_ -> lose("is_active = false"));
        String id = complaint.path("id").asString();
        try (var phone = browsers.phone(citizen).open(); var desk = browsers.desk(admin).english().open()) {
            var own = phone.open("/complaints/" + id + "/");
            assertThat(own.locator(".timeline li").first().textContent()).contains("যাঁর কাছে ছিল তিনি আর দায়িত্বে নেই");
            PageChecks.assertGood(own);
            var queue = desk.open("/console/?assignee=none");
            assertThat(queue.locator("[data-row]").filter(new Locator.FilterOptions().setHasText(title)).count()).isOne();
            assertThat(desk.open("/console/complaints/" + id + "/").locator(".timeline li").first().textContent()).contains("no longer works here");
        }
    }

    /** The second finds nothing to give back, and no history has a hole. */
    @Test
    void twoWhoTellOfTheSameLeavingGiveBackOnce() {
        List<JsonNode> complaints = List.of(given(), given(), given());
        db.sql("UPDATE users SET is_active = false WHERE id = ?").param(worker.id()).update();
        Together.run(2, () -> transaction.execute(_ -> {
            events.publishEvent(new AccountChanged(worker.id()));
            return true;
        }));
        for (JsonNode each : complaints) {
            assertThat(assignedTo(each)).isNull();
            assertThat(kinds(each)).containsExactly("released", "assigned", "filed");
        }
    }

    /** Giving waits for the leaving to be decided, and then finds nobody to give to. */
    @Test
    void nothingIsGivenToWhoeverIsLeaving() throws Exception {
        JsonNode complaint = file(api, citizen);
        Api.Answer refused = whileLeaving("is_active = false",
                () -> api.as(admin.accessToken()).post(path(complaint, "assign"), Map.of("assigned_to", worker.id().toString())));
        assertThat(refused.status()).isBetween(400, 409);
        assertThat(assignedTo(complaint)).isNull();
    }

    @Test
    void whatIsOpenedAgainWhileOrAfterItsWorkerLeavesIsNobodys() throws Exception {
        JsonNode during = resolved();
        JsonNode after = resolved();
        JsonNode byAdmin = resolved();
        Api.Answer opened = whileLeaving("role = 'citizen'", () -> reopen(during));
        assertThat(opened.status()).as(opened.text()).isEqualTo(200);
        assertThat(opened.body().path("assigned_to").isNull()).isTrue();
        assertThat(reopen(after).body().path("status").asString()).isEqualTo(IN_PROGRESS);
        assertThat(move(api, admin, byAdmin, IN_PROGRESS).body().path("complaint").path("assigned_to").isNull()).isTrue();
        for (JsonNode each : List.of(during, after, byAdmin)) {
            assertThat(assignedTo(each)).isNull();
            assertThat(kinds(each)).startsWith("released");
        }
    }

    @Test
    void whatIsOpenedAgainStaysWithWhoeverStillWorksHere() {
        JsonNode complaint = resolved();
        assertThat(reopen(complaint).body().path("assigned_to").asString()).isEqualTo(worker.id().toString());
        assertThat(kinds(complaint)).startsWith("reopened");
    }

    /** An account that is closed is held until it has given everything back; its own work at that moment waits and is then refused. */
    @Test
    void workAndTheClosingOfItsAccountDoNotWaitForEachOther() throws Exception {
        JsonNode complaint = given();
        move(api, admin, complaint, IN_PROGRESS);
        Api.Answer late = whileLeaving("phone = NULL, is_active = false, closed_at = now()",
                () -> api.as(worker.accessToken()).post(path(complaint, "work_done"), Map.of("comment", "শেষ")));
        assertThat(late.status()).as("refused, not ended as one of two that wait for each other").isBetween(400, 499);
        assertThat(assignedTo(complaint)).isNull();
        assertThat(now(complaint).path("status").asString()).isEqualTo(IN_PROGRESS);
    }

    /** Between the loss of the right and what follows from it, somebody else acts. */
    private <T> T whileLeaving(String loss, Callable<T> act) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<T> acting = transaction.execute(_ -> {
                db.sql("UPDATE users SET " + loss + " WHERE id = ?").param(worker.id()).update();
                Future<T> begun = threads.submit(act);
                Await.until(this::somebodyWaitsToChangeAComplaint, LONG);
                events.publishEvent(new AccountChanged(worker.id()));
                return begun;
            });
            return acting.get();
        }
    }

    /** Not whoever tells of the work, who waits for the account too. Within a transaction the server shows what it showed first. */
    private boolean somebodyWaitsToChangeAComplaint() {
        db.sql("SELECT pg_stat_clear_snapshot()::text").query((_, _) -> true).list();
        return db.sql("""
                SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0
                    AND query LIKE '%INSERT INTO complaint_history%')""").query(Boolean.class).single();
    }

    private void lose(String loss) {
        db.sql("UPDATE users SET " + loss + " WHERE id = ?").param(worker.id()).update();
        events.publishEvent(new AccountChanged(worker.id()));
    }

    private JsonNode given() {
        JsonNode complaint = file(api, citizen);
        assign(api, admin, complaint, worker);
        return complaint;
    }

    private JsonNode resolved() {
        JsonNode complaint = given();
        move(api, admin, complaint, RESOLVED);
        return complaint;
    }

    private Api.Answer reopen(JsonNode complaint) {
        return api.as(citizen.accessToken()).post(path(complaint, "reopen"), Map.of("comment", "ঠিক হয়নি"));
    }

    private JsonNode now(JsonNode complaint) {
        return api.as(admin.accessToken()).get(path(complaint)).body();
    }

    private String assignedTo(JsonNode complaint) {
        return now(complaint).path("assigned_to").asString(null);
    }

    private List<String> kinds(JsonNode complaint) {
        return api.as(admin.accessToken()).get(path(complaint, "history")).body().valueStream().map(entry -> entry.path("kind").asString()).toList();
    }
}

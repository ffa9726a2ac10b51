package bd.cleancare.complaints;

import static bd.cleancare.complaints.Desk.body;
import static bd.cleancare.complaints.Desk.file;
import static bd.cleancare.complaints.Desk.path;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.media.TestPhotos;
import bd.cleancare.platform.limits.RateLimits;
import bd.cleancare.platform.settings.LimitSettings;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Text;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.Api.Part;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@AppTest
class ComplaintRaceTest {

    private static final byte[] SMALL = TestPhotos.jpeg(64, 48);

    @Autowired
    Api http;
    @Autowired
    People people;
    @Autowired
    ComplaintFiling filing;
    @Autowired
    ComplaintEditing editing;
    @Autowired
    Complaints complaints;
    @Autowired
    ComplaintStore store;
    @Autowired
    JdbcClient db;
    @Autowired
    DataSource dataSource;

    /** Runs all tasks, as many at once as the pool has connections for: what is tested is races, not queueing. */
    private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void twoHundredUploadsAndStatusChangesLeaveFiveImagesAndOneUnbrokenHistory() throws Exception {
        Person citizen = people.citizen();
        Person admin = people.admin();
        JsonNode complaint = file(http, citizen);
        List<String> wishes = List.of(Desk.IN_PROGRESS, Desk.SUBMITTED, Desk.RESOLVED);
        List<Callable<Api.Answer>> tasks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String wish = wishes.get(i % wishes.size());
            tasks.add(() -> http.as(citizen.accessToken()).upload(path(complaint, "upload_images"), Part.photo("p.jpg", SMALL)));
            tasks.add(() -> Desk.move(http, admin, complaint, wish));
        }

        List<Api.Answer> answers = together(tasks);

        assertThat(answers.stream().map(Api.Answer::status).distinct()).isSubsetOf(200, 201, 400, 409);
        long uploaded = answers.stream().filter(answer -> answer.status() == 201).count();
        long moved = answers.stream().filter(answer -> answer.status() == 200).count();
        assertThat(uploaded).isEqualTo(5);
        JsonNode now = http.as(citizen.accessToken()).get(path(complaint)).body();
        assertThat(now.get("images").size()).isEqualTo(5);
        assertThat(now.get("version").asLong()).isEqualTo(1 + uploaded + moved);
        assertUnbroken(http.as(admin.accessToken()).get(path(complaint, "history")).body(), now);
        assertThat(http.as(citizen.accessToken()).get(path(complaint, "updates")).body().size()).isEqualTo((int) moved);
        assertThat(db.sql("SELECT count(*) FROM media WHERE owner_id = ? AND state = 'kept'").param(citizen.id()).query(Long.class).single()).isEqualTo(5);
    }

    private static void assertUnbroken(JsonNode newestFirst, JsonNode now) {
        String status = Text.normalise(Desk.SUBMITTED);
        int sequence = 0;
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            JsonNode entry = newestFirst.get(i);
            assertThat(entry.get("sequence").asInt()).isEqualTo(++sequence);
            if (!entry.get("old_status").isNull()) {
                assertThat(entry.get("old_status").asString()).isEqualTo(status);
                status = entry.get("new_status").asString();
            }
        }
        assertThat(sequence).isEqualTo(now.get("version").asInt());
        assertThat(now.get("status").asString()).isEqualTo(status);
        assertThat(now.get("resolved_at").isNull()).isEqualTo(!status.equals(Text.normalise(Desk.RESOLVED)));
    }

    @Test
    void tenThousandComplaintsOfADayHaveTenThousandTrackingNumbers() throws Exception {
        List<Person> citizens = IntStream.range(0, 10).mapToObj(_ -> people.citizen()).toList();
        // Ten thousand texts would stand before those that other tests wait for.
        citizens.forEach(citizen -> db.sql("INSERT INTO notification_preferences (user_id, off) VALUES (?, '{complaints/sms}')").param(citizen.id()).update());
        var draft = new ComplaintDraft("T", "D", Category.OTHER, Priority.LOW, "L", null, "R1");
        var numbers = ConcurrentHashMap.<String>newKeySet();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Person citizen = citizens.get(i % citizens.size());
            tasks.add(() -> {
                if (filing.file(draft, List.of(), null, citizen.viewer()) instanceof Filing.Filed(Complaint filed)) {
                    numbers.add(filed.trackingNumber());
                }
                return null;
            });
        }

        together(tasks);

        assertThat(numbers).hasSize(10_000);
        assertThat(http.as(people.admin("R1").accessToken()).get("/api/complaints/?ward_number=R1").body().get("count").asInt()).isEqualTo(10_000);
    }

    @Test
    void aTakenTrackingNumberIsDrawnAgain() {
        Person citizen = people.citizen();
        var draft = new ComplaintDraft("T", "D", Category.OTHER, Priority.LOW, "L", null, null);
        var taken = new TrackingNumber(file(http, citizen).get("tracking_number").asString());

        assertThat(store.file(UUID.randomUUID(), taken, draft, 0, ComplaintStore.Key.NONE, citizen.id())).isEmpty();
        assertThat(db.sql("SELECT count(*) FROM complaints WHERE user_id = ?").param(citizen.id()).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void aPhoneThatRepeatsItselfTwentyTimesAtOnceFilesOneComplaint() throws Exception {
        Person citizen = people.citizen();
        Api phone = http.as(citizen.accessToken()).with("Idempotency-Key", "outbox-1");
        List<Callable<Api.Answer>> tasks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tasks.add(() -> phone.post("/api/complaints/", body()));
            tasks.add(() -> http.as(citizen.accessToken()).with("Idempotency-Key", "outbox-2")
                    .upload("/api/complaints/", ComplaintPhotoTest.form(Part.photo("p.jpg", SMALL))));
        }

        List<Api.Answer> answers = together(tasks);

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(201));
        assertThat(answers.stream().map(answer -> answer.body().get("id").asString()).distinct()).hasSize(2);
        assertThat(answers.stream().filter(answer -> answer.header("Idempotent-Replayed") == null)).hasSize(2);
        assertThat(http.as(citizen.accessToken()).get("/api/complaints/").body().get("count").asInt()).isEqualTo(2);
        assertThat(db.sql("SELECT count(*) FROM media WHERE owner_id = ? AND state = 'kept'").param(citizen.id()).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void editsOfDifferentFieldsAtOnceAllSurvive() throws Exception {
        Person citizen = people.citizen();
        JsonNode filed = file(http, citizen);
        Map<String, String> edits = Map.of("title", "নতুন শিরোনাম", "description", "নতুন বিবরণ", "location", "নতুন জায়গা", "priority", "নিম্ন", "category", "বিদ্যুৎ");
        List<Callable<Api.Answer>> tasks = new ArrayList<>();
        edits.forEach((field, value) -> tasks.add(() -> http.as(citizen.accessToken()).patch(path(filed), Map.of(field, value))));

        assertThat(together(tasks)).allMatch(answer -> answer.status() == 200);

        JsonNode now = http.as(citizen.accessToken()).get(path(filed)).body();
        edits.forEach((field, value) -> assertThat(now.get(field).asString()).isEqualTo(Text.normalise(value)));
        assertThat(now.get("version").asInt()).isEqualTo(6);
    }

    @Test
    void ofTwoWhoSawTheSameVersionOneWins() throws Exception {
        Person citizen = people.citizen();
        JsonNode filed = file(http, citizen);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String title = "শিরোনাম " + i;
            tasks.add(() -> http.as(citizen.accessToken()).with("If-Match", "\"1\"").patch(path(filed), Map.of("title", title)).status());
        }

        assertThat(together(tasks)).filteredOn(status -> status == 200).hasSize(1);
    }

    @Test
    void anAccountFilesFiveInTenMinutes() {
        UUID account = people.citizen().id();
        try (var context = new AnnotationConfigApplicationContext()) {
            // Registered as they are, so that this context does not close the pool it borrows.
            context.getBeanFactory().registerSingleton("pool", dataSource);
            context.getBeanFactory().registerSingleton("settings", new LimitSettings(true));
            context.register(RateLimits.class);
            context.refresh();
            var limits = new ComplaintLimits(context.getBean(RateLimits.class), new ComplaintSettings(5, 20, 30, Duration.ofDays(10), Duration.ofDays(14)));
            for (int i = 0; i < 5; i++) {
                limits.takeFiling(account);
            }
            Assertions.assertThatThrownBy(() -> limits.takeFiling(account)).isInstanceOfSatisfying(Problem.class,
                    problem -> assertThat(problem.status()).isEqualTo(429));
        }
    }
}

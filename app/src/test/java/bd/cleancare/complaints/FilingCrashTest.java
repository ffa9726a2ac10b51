package bd.cleancare.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.Api.Part;
import bd.cleancare.testing.SpawnedApp;
import bd.cleancare.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} while a complaint with photos is being filed. */
class FilingCrashTest {

    private static final int ROUNDS = 4;
    private static final int PHOTOS = 3;
    private static final int LATEST_KILL_MILLIS = 500;

    @TempDir
    Path data;

    private final String jdbcUrl = TestDatabase.freshDatabase();

    @Test
    void leavesTheComplaintWithAllItsPhotosOrNothing() throws Exception {
        var random = new Random(20261122);
        SpawnedApp app = start();
        try {
            String token = app.register("01911000001", "ফাইল করেন যিনি");
            for (int round = 0; round < ROUNDS; round++) {
                String key = "round-" + round;
                Api citizen = app.api().as(token).with("Idempotency-Key", key);
                Thread filing = Thread.ofVirtual().start(() -> fileIgnoringTheCrash(citizen));
                Thread.sleep(random.nextInt(LATEST_KILL_MILLIS));
                app.kill();
                filing.join();

                assertThat(count("SELECT count(*) FROM complaints c WHERE image_count <> " + PHOTOS
                        + " OR (SELECT count(*) FROM complaint_images i WHERE i.complaint_id = c.id) <> " + PHOTOS)).isZero();
                app = start();
                assertThat(file(app.api().as(token).with("Idempotency-Key", key)).status()).isEqualTo(201);
                assertThat(count("SELECT count(*) FROM complaints WHERE idempotency_key = '" + key + "'")).isEqualTo(1);
            }
            assertThat(photosThatCanBeFetched(app.api().as(token))).isEqualTo(ROUNDS * PHOTOS);
        } finally {
            app.kill();
        }
        leftoversAreSwept();
    }

    /** The sweep's next turn is brought forward; photos that nobody kept go with it, file by file. */
    private void leftoversAreSwept() throws Exception {
        execute("UPDATE scheduled_tasks SET execution_time = now(), picked = false WHERE task_name = 'media-sweep'");
        try (SpawnedApp _ = start("--cleancare.media.pending-for=0s", "--db-scheduler.polling-interval=500ms")) {
            long end = System.nanoTime() + 60_000_000_000L;
            while (count("SELECT count(*) FROM media WHERE state <> 'kept'") > 0 && System.nanoTime() < end) {
                Thread.sleep(200);
            }
        }
        assertThat(count("SELECT count(*) FROM media")).isEqualTo(ROUNDS * PHOTOS);
        assertThat(storedFiles()).isEqualTo(2 * ROUNDS * PHOTOS);
    }

    private SpawnedApp start(String... arguments) throws IOException, InterruptedException {
        return SpawnedApp.start(jdbcUrl, data, arguments);
    }

    private static void fileIgnoringTheCrash(Api api) {
        try {
            file(api);
        } catch (RuntimeException _) {
            // the connection died with the process
        }
    }

    private static Api.Answer file(Api api) {
        return api.upload("/api/complaints/", field("title", "ড্রেন উপচে পড়ছে"), field("description", "পানি নামছে না"),
                field("category", "পরিচ্ছন্নতা"), field("priority", "উচ্চ"), field("location", "বাজার সড়ক"),
                photo("drain-1-before.jpg"), photo("drain-2-before.jpg"), photo("drain-3-before.jpg"));
    }

    private static Part field(String name, String value) {
        return new Part(name, null, null, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Part photo(String name) {
        try (var jpeg = FilingCrashTest.class.getResourceAsStream("/demo/photos/" + name)) {
            return Part.photo(name, jpeg.readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long photosThatCanBeFetched(Api api) {
        return api.get("/api/complaints/").body().path("results").valueStream()
                .flatMap(complaint -> complaint.path("images").valueStream())
                .filter(image -> api.get(image.path("image_url").asString()).status() == 200).count();
    }

    private long storedFiles() throws IOException {
        try (var files = Files.walk(data.resolve("files"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", ""); var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", "")) {
            connection.createStatement().execute(sql);
        }
    }
}

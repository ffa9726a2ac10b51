package bd.cleancare.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.SpawnedApp;
import bd.cleancare.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * People file, move, rate, reopen, register and pay at random, many at once, and the process is killed under them again and again.
 * Afterwards every number equals a count of everything, asked in other words than the triggers use.
 */
class CountsSurviveCrashesTest {

    private static final int ROUNDS = 3;
    private static final int WORKERS = 6;
    private static final int STEPS = 40;
    private static final long SEED = Long.getLong("counts.seed", 20261126L);
    private static final List<String> STATUSES = List.of("জমা দেওয়া হয়েছে", "প্রক্রিয়াধীন", "সমাধান হয়েছে", "সমাধান হয়েছে", "বাতিল");

    @TempDir
    Path data;

    private final String jdbcUrl = TestDatabase.freshDatabase();
    private String citizen;
    private String mayor;

    @Test
    void countersEqualAFullRecount() throws Exception {
        var random = new Random(SEED);
        SpawnedApp app = start();
        try {
            citizen = app.register("01911000001", "নাগরিক");
            mayor = app.register("01911000002", "নাগরিক");
            execute("UPDATE users SET role = 'super_admin' WHERE phone = '+8801911000002'");
            Api asMayor = app.api().as(mayor);
            Await.until(() -> asMayor.get("/api/dashboard/kpi/").status() == 200, Duration.ofSeconds(20));
            for (int round = 0; round < ROUNDS; round++) {
                SpawnedApp running = app;
                try (var workers = Executors.newFixedThreadPool(WORKERS)) {
                    for (int worker = 0; worker < WORKERS; worker++) {
                        long seed = random.nextLong();
                        workers.submit(() -> live(running.api(), new Random(seed)));
                    }
                    workers.shutdown();
                    workers.awaitTermination(1_500 + random.nextInt(2_000), TimeUnit.MILLISECONDS);
                    app.kill();
                    assertThat(workers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
                }
                app = start();
            }
            assertThat(count("SELECT count(*) FROM complaints")).as("something happened").isGreaterThan(20);
            numbersAreTrue(app.api().as(mayor));
            Await.until(() -> count("SELECT (SELECT count(*) FROM complaint_day_deltas) + (SELECT count(*) FROM user_day_deltas) + (SELECT count(*) FROM feedback_day_deltas) + (SELECT count(*) FROM talk_day_deltas)"
                    + " + (SELECT count(*) FROM revenue_day_deltas) + (SELECT count(*) FROM payment_day_deltas) + (SELECT count(*) FROM complaint_count_deltas)") == 0, Duration.ofSeconds(20));
            numbersAreTrue(app.api().as(mayor));
            dayRowsAreTrue();
        } finally {
            app.kill();
        }
        anOperatorRebuildsThem();
    }

    /** A worker's life ends with the process, in the middle of whatever it did. */
    private void live(Api api, Random random) {
        for (int step = 0; step < STEPS; step++) {
            try {
                step(api, random);
            } catch (RuntimeException | SQLException _) {
                // killed under it, or somebody else was faster
            }
        }
    }

    private void step(Api api, Random random) throws SQLException {
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> api.as(citizen).post("/api/complaints/", Map.of("title", "ড্রেন উপচে পড়ছে", "description", "পানি নামছে না", "category", "পরিচ্ছন্নতা",
                    "priority", "উচ্চ", "location", "বাজার সড়ক", "ward_number", random.nextInt(3) == 0 ? "" : String.valueOf(1 + random.nextInt(3))));
            case 3, 4, 5 -> api.as(mayor).post(one("true") + "update_status/", Map.of("new_status", STATUSES.get(random.nextInt(STATUSES.size())), "comment", "…"));
            case 6 -> api.as(mayor).patch(one("true"), Map.of("ward_number", String.valueOf(1 + random.nextInt(3))));
            case 7 -> api.as(citizen).post(one("status = 3") + "rate/", Map.of("score", 1 + random.nextInt(5)));
            case 8 -> api.as(citizen).post(one("status = 3") + (random.nextBoolean() ? "confirm/" : "reopen/"), Map.of("comment", "…"));
            case 9 -> api.as(citizen).delete(one("status = 1"));
            case 10 -> people(random);
            case 11, 12 -> talk(api, random);
            default -> money(api, random);
        }
    }

    private String one(String condition) throws SQLException {
        try (Connection connection = connect(); var rows = connection.createStatement().executeQuery("SELECT id FROM complaints WHERE " + condition + " ORDER BY random() LIMIT 1")) {
            return "/api/complaints/" + (rows.next() ? rows.getString(1) : "none") + "/";
        }
    }

    /** The help desk of the one citizen, which is ended, rated and opened again. */
    private void talk(Api api, Random random) {
        String room = "/api/chat/rooms/" + api.as(citizen).get("/api/chat/help-desk/").body().path("room_id").asString() + "/";
        switch (random.nextInt(3)) {
            case 0 -> api.as(citizen).post(room + "messages/", Map.of("message", "কেউ আছেন?"));
            case 1 -> api.as(mayor).post(room + "closing/", Map.of());
            default -> api.as(citizen).post(room + "rating/", Map.of("rating", 1 + random.nextInt(5)));
        }
    }

    private void people(Random random) throws SQLException {
        execute(switch (random.nextInt(4)) {
            case 0 -> "INSERT INTO users (id, phone, name, is_verified) SELECT uuidv7(), NULL, 'Somebody', i % 2 = 0 FROM generate_series(1, 3) i";
            case 1 -> "UPDATE users SET role = (ARRAY['citizen', 'admin', 'service_provider'])[1 + floor(random() * 3)::int] WHERE name = 'Somebody' AND random() < 0.5";
            case 2 -> "UPDATE users SET is_verified = NOT is_verified WHERE name = 'Somebody' AND random() < 0.3";
            default -> "UPDATE users SET closed_at = now() WHERE name = 'Somebody' AND random() < 0.1";
        });
    }

    /** Payments are begun over HTTP; what a gateway's answer then does to the books is done here in one transaction, which may fail. */
    private void money(Api api, Random random) throws SQLException {
        if (random.nextBoolean()) {
            api.as(citizen).post("/api/payments/process/", Map.of("service_type", "Holding Tax", "amount", 10 + random.nextInt(900) + ".25", "payment_method", "bkash",
                    "phone_number", "01711111111"));
            return;
        }
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            var statement = connection.createStatement();
            statement.execute("""
                    WITH chosen AS (SELECT id FROM payments WHERE status IN ('created', 'awaiting_payer') ORDER BY random() LIMIT 1 FOR UPDATE SKIP LOCKED)
                    UPDATE payments SET status = 'confirming' WHERE id IN (SELECT id FROM chosen)""");
            statement.execute("""
                    WITH paid AS (UPDATE payments SET status = 'paid', completed_at = now() WHERE status = 'confirming' RETURNING id, amount_poisha),
                    head AS (UPDATE ledger_head SET sequence = sequence + (SELECT count(*) FROM paid) RETURNING sequence),
                    numbered AS (SELECT id, amount_poisha, (SELECT sequence FROM head) - row_number() OVER () + 1 AS n FROM paid),
                    booked AS (INSERT INTO ledger_transactions (sequence, kind, reference, at, previous_hash, hash) SELECT n, 'payment', id::text, now(), '', '' FROM numbered RETURNING sequence)
                    INSERT INTO ledger_postings (transaction, line, account, amount_poisha)
                    SELECT n, 1, 'clearing:bkash', amount_poisha FROM numbered JOIN booked ON sequence = n
                    UNION ALL SELECT n, 2, 'revenue:holding-tax', -amount_poisha FROM numbered JOIN booked ON sequence = n""");
            if (random.nextInt(4) == 0) {
                connection.rollback();
            } else {
                connection.commit();
            }
        }
    }

    private void numbersAreTrue(Api asMayor) {
        JsonNode kpi = asMayor.get("/api/dashboard/kpi/").body();
        assertThat(kpi.path("complaint_stats").get("total").asLong()).isEqualTo(count("SELECT count(*) FROM complaints"));
        for (int code = 1; code <= 4; code++) {
            assertThat(kpi.path("complaint_stats").get("by_status").get(code - 1).get("count").asLong()).isEqualTo(count("SELECT count(*) FROM complaints WHERE status = " + code));
        }
        assertThat(kpi.path("user_stats").get("total_users").asLong()).isEqualTo(count("SELECT count(*) FROM users WHERE closed_at IS NULL AND role = 'citizen'"));
        assertThat(kpi.path("user_stats").get("total_admins").asLong()).isEqualTo(count("SELECT count(*) FROM users WHERE closed_at IS NULL AND role = 'admin'"));
        assertThat(kpi.path("user_stats").get("verified_users").asLong()).isEqualTo(count("SELECT count(*) FROM users WHERE closed_at IS NULL AND is_verified"));
        assertThat(twoDecimals(kpi.get("citizen_satisfaction"))).isEqualTo(text("SELECT coalesce(round(avg(score), 2)::text, 'null') FROM complaint_feedback"));
        assertThat(twoDecimals(kpi.get("avg_service_time_hours")))
                .isEqualTo(text("SELECT coalesce(round(avg(extract(epoch FROM resolved_at - created_at)::bigint) / 3600, 2)::text, 'null') FROM complaints WHERE status = 3"));
        for (JsonNode ward : kpi.get("ward_performance")) {
            String where = " FROM complaints WHERE ward_number = '" + ward.get("ward_number").asString() + "'";
            assertThat(ward.get("total_complaints").asLong()).isEqualTo(count("SELECT count(*)" + where));
            assertThat(ward.get("resolved_complaints").asLong()).isEqualTo(count("SELECT count(*)" + where + " AND status = 3"));
        }
        JsonNode money = asMayor.get("/api/dashboard/financial/").body();
        assertThat(money.get("total_revenue").decimalValue().movePointRight(2).longValueExact())
                .isEqualTo(count("SELECT coalesce(sum(amount_poisha), 0) FROM payments WHERE status = 'paid'"));
        assertThat(money.get("pending_amount").decimalValue().movePointRight(2).longValueExact())
                .isEqualTo(count("SELECT coalesce(sum(amount_poisha), 0) FROM payments WHERE status IN ('created', 'awaiting_payer', 'confirming', 'unknown', 'held')"));
        assertThat(asMayor.get("/api/complaints/").body().get("count").asLong()).isEqualTo(count("SELECT count(*) FROM complaints"));
    }

    private static String twoDecimals(JsonNode number) {
        return number.isNull() ? "null" : number.decimalValue().setScale(2).toPlainString();
    }

    private void dayRowsAreTrue() {
        assertThat(count("SELECT sum(submitted + in_progress + resolved + cancelled) FROM complaint_days WHERE day < 'infinity' AND ward <> '*'")).isEqualTo(count("SELECT count(*) FROM complaints"));
        assertThat(count("SELECT coalesce(sum(reopened), 0) FROM feedback_days WHERE day < 'infinity' AND ward = '*'")).isEqualTo(count("SELECT count(*) FROM complaint_feedback WHERE NOT fixed"));
        assertThat(count("SELECT coalesce(sum(ended), 0) FROM talk_days WHERE day < 'infinity'")).isEqualTo(count("SELECT count(*) FROM chat_closings"));
        assertThat(count("SELECT coalesce(sum(stars_1 + 2 * stars_2 + 3 * stars_3 + 4 * stars_4 + 5 * stars_5), 0) FROM talk_days WHERE day = 'infinity'"))
                .isEqualTo(count("SELECT coalesce(sum(rating), 0) FROM chat_closings"));
        assertThat(count("SELECT sum(begun) FROM payment_days WHERE day = 'infinity' AND method = 'bkash'")).isEqualTo(count("SELECT count(*) FROM payments"));
    }

    /** What {@code bin/rebuild-counts} runs: a planted mistake is named and mended, all else was right after the crashes. */
    private void anOperatorRebuildsThem() throws Exception {
        execute("UPDATE complaint_days SET cancelled = cancelled + 5 WHERE day = 'infinity' AND ward = '*'");
        String said = SpawnedApp.run(jdbcUrl, data, "rebuild-counts");
        assertThat(said).contains("complaint_days: 1 rows were wrong, counted anew.", "complaint_counts: was right", "feedback_days: was right", "talk_days: was right",
                "user_days: was right", "revenue_days: was right", "payment_days: was right");
        assertThat(count("SELECT cancelled FROM complaint_days WHERE day = 'infinity' AND ward = '*'")).isEqualTo(count("SELECT count(*) FROM complaints WHERE status = 4"));
    }

    private SpawnedApp start() throws Exception {
        return SpawnedApp.start(jdbcUrl, data);
    }

    private long count(String sql) {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) {
        try (Connection connection = connect(); var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect()) {
            connection.createStatement().execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, "postgres", "");
    }
}

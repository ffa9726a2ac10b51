package bd.cleancare.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.platform.tallies.Tallies;
import bd.cleancare.platform.tallies.TallyChecks;
import bd.cleancare.shared.CityTime;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.People;
import bd.cleancare.testing.Together;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Kept numbers that went wrong are found at night, told, and made right, while the city goes on. */
@AppTest
@TestPropertySource(properties = "cleancare.city.name-en=Counted City")
class TallyTest {

    @Autowired
    Tallies tallies;
    @Autowired
    TallyChecks checks;
    @Autowired
    JdbcClient db;
    @Autowired
    Api http;
    @Autowired
    People people;

    private long differences() {
        return tallies.check().stream().mapToLong(Tallies.Finding::differences).sum();
    }

    private String health() {
        return http.get("/actuator/health").body().path("status").asString();
    }

    @Test
    void theNightFindsAPlantedDifferenceAndRebuildingMendsIt() {
        var citizen = people.citizen();
        http.as(citizen.accessToken()).post("/api/complaints/", Map.of("title", "ড্রেন", "description", "পানি", "category", "পরিচ্ছন্নতা",
                "priority", "উচ্চ", "location", "রোড ৪", "ward_number", "7"));
        tallies.fold();
        assertThat(differences()).isZero();
        assertThat(health()).isEqualTo("UP");

        long submitted = db.sql("SELECT count(*) FROM complaints WHERE status = 1").query(Long.class).single();
        db.sql("UPDATE complaint_days SET submitted = submitted + 7 WHERE day = 'infinity' AND ward = '*'").update();
        db.sql("DELETE FROM user_days WHERE day = 'infinity' AND role = 'citizen'").update();
        db.sql("INSERT INTO complaint_count_deltas (ward, status, category, priority, n) VALUES ('7', 1, 1, 1, 1)").update();
        db.sql("UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = 'check-tallies'").update();
        Await.until(() -> checks.latest().stream().filter(check -> check.differences() > 0).count() == 3, Duration.ofSeconds(30));

        assertThat(checks.latest().stream().filter(check -> check.tally().equals("complaint_days")).findFirst().orElseThrow().examples())
                .containsExactly("infinity *: submitted is %d, should be %d".formatted(submitted + 7, submitted));
        var answer = http.get("/actuator/health");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("status").asString()).isEqualTo("COUNTS_DIFFER");
        assertThat(http.get("/actuator/health/readiness").body().path("status").asString()).isEqualTo("UP");
        try (var browser = Setup.desk(http.base()).withoutScripts().signedIn(people.cookieOf(people.superAdmin())).open()) {
            assertThat(browser.open("/dashboard/").locator(".notice").textContent()).contains("complaint_days", "user_days", "complaint_counts");
        }

        assertThat(tallies.rebuild().stream().mapToLong(Tallies.Finding::differences).sum()).isGreaterThanOrEqualTo(3);
        assertThat(differences()).isZero();
        assertThat(health()).isEqualTo("UP");
    }

    @Test
    void theNextComparisonIsAtNightInDhaka() {
        var next = db.sql("SELECT execution_time FROM scheduled_tasks WHERE task_name = 'check-tallies'").query(OffsetDateTime.class).single();
        var local = next.atZoneSameInstant(CityTime.ZONE);
        assertThat(local.toLocalTime()).isEqualTo(LocalTime.of(3, 10));
    }

    @Test
    void changesGoOnWhileNumbersAreFoldedComparedAndMadeAnew() {
        var turn = new AtomicInteger();
        var citizen = people.citizen();
        Together.run(6, () -> {
            int mine = turn.getAndIncrement();
            for (int i = 0; i < 12; i++) {
                switch (mine) {
                    case 0 -> tallies.fold();
                    case 1 -> tallies.rebuild();
                    case 2 -> assertThat(differences()).isZero();
                    case 3 -> people.citizen();
                    default -> http.as(citizen.accessToken()).post("/api/complaints/", Map.of("title", "ড্রেন", "description", "পানি",
                            "category", "পরিচ্ছন্নতা", "priority", "উচ্চ", "location", "রোড ৪", "ward_number", "9"));
                }
            }
            return mine;
        });
        assertThat(differences()).isZero();
        tallies.fold();
        assertThat(differences()).isZero();
        assertThat(db.sql("SELECT submitted FROM complaint_days WHERE day = 'infinity' AND ward = '9'").query(Long.class).single()).isEqualTo(24);
    }
}

package bd.cleancare.complaints;

import static bd.cleancare.complaints.Desk.IN_PROGRESS;
import static bd.cleancare.complaints.Desk.RESOLVED;
import static bd.cleancare.complaints.Desk.file;
import static bd.cleancare.complaints.Desk.move;
import static bd.cleancare.complaints.Desk.path;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.notifications.SmsReceived;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import bd.cleancare.testing.Together;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** What a citizen says once a complaint is resolved. */
@AppTest
class FeedbackTest {

    @Autowired
    Api http;
    @Autowired
    People people;
    @Autowired
    JdbcClient db;
    @Autowired
    RatingLinks links;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    TransactionOperations transaction;

    private JsonNode resolved(Person citizen, Person admin) {
        JsonNode complaint = file(http, citizen);
        assertThat(move(http, admin, complaint, RESOLVED).status()).isEqualTo(200);
        return complaint;
    }

    private Api.Answer say(Person citizen, JsonNode complaint, String what, Map<String, ?> body) {
        return http.as(citizen.accessToken()).post(path(complaint, what), body);
    }

    private List<String> kinds(Person viewer, JsonNode complaint) {
        return http.as(viewer.accessToken()).get(path(complaint, "history")).body().valueStream().map(entry -> entry.path("kind").asString()).toList();
    }

    @Test
    void aResolutionIsRatedOnceAndANewOneAsksAgain() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        JsonNode complaint = file(http, citizen);
        assertThat(say(citizen, complaint, "rate", Map.of("score", 5)).status()).isEqualTo(409);

        move(http, admin, complaint, RESOLVED);
        assertThat(say(citizen, complaint, "rate", Map.of()).body().path("score").path(0).asString()).isNotEmpty();
        for (Object bad : List.of(0, 6, "x", 4.5, List.of(5))) {
            assertThat(say(citizen, complaint, "rate", Map.of("score", bad)).status()).as(String.valueOf(bad)).isEqualTo(400);
        }
        assertThat(say(citizen, complaint, "rate", Map.of("score", "৪", "comment", "ভালো হয়েছে")).status()).isEqualTo(200);
        assertThat(say(citizen, complaint, "rate", Map.of("score", 1)).status()).isEqualTo(409);
        JsonNode asked = http.as(citizen.accessToken()).get(path(complaint, "feedback")).body();
        assertThat(asked.path("score").asInt()).isEqualTo(4);
        assertThat(asked.path("fixed").isNull()).isTrue();

        assertThat(say(citizen, complaint, "reopen", Map.of("comment", "আবার পানি জমেছে")).body().path("status").asString()).isEqualTo(IN_PROGRESS);
        assertThat(say(citizen, complaint, "rate", Map.of("score", 1)).status()).isEqualTo(409);
        move(http, admin, complaint, RESOLVED);
        assertThat(say(citizen, complaint, "rate", Map.of("score", 2)).status()).isEqualTo(200);
        assertThat(say(citizen, complaint, "confirm", Map.of()).status()).isEqualTo(200);
        assertThat(kinds(admin, complaint)).containsExactly("confirmed", "rated", "status", "reopened", "rated", "status", "filed");
        assertThat(db.sql("SELECT score FROM complaint_feedback WHERE complaint_id = ?::uuid ORDER BY resolution").param(complaint.get("id").asString())
                .query(Integer.class).list()).containsExactly(4, 2);
    }

    @Test
    void reopeningClearsTheResolutionAndIsForTheOwnerWithinTheWindow() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        JsonNode complaint = resolved(citizen, admin);
        assertThat(say(citizen, complaint, "reopen", Map.of()).status()).isEqualTo(400);
        assertThat(say(admin, complaint, "reopen", Map.of("comment", "x")).status()).isEqualTo(403);
        assertThat(say(people.citizen(), complaint, "reopen", Map.of("comment", "x")).status()).isEqualTo(404);
        JsonNode now = say(citizen, complaint, "reopen", Map.of("comment", "ঠিক হয়নি")).body();
        assertThat(now.path("resolved_at").isNull()).isTrue();
        assertThat(http.as(admin.accessToken()).get(path(complaint, "updates")).body().get(0).path("new_status").asString()).isEqualTo(IN_PROGRESS);

        move(http, admin, complaint, RESOLVED);
        db.sql("UPDATE complaints SET resolved_at = now() - interval '10 days 1 second' WHERE id = ?::uuid").param(complaint.get("id").asString()).update();
        Api.Answer late = say(citizen, complaint, "reopen", Map.of("comment", "ঠিক হয়নি"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("code").asString()).isEqualTo("feedback_too_late");
        assertThat(say(citizen, complaint, "rate", Map.of("score", 3)).status()).isEqualTo(200);
    }

    @Test
    void ofManyAnswersAtOnceOneCounts() {
        Person citizen = people.citizen();
        JsonNode complaint = resolved(citizen, people.admin());
        var rated = Together.run(8, () -> say(citizen, complaint, "rate", Map.of("score", 3)).status());
        assertThat(rated.stream().filter(status -> status == 200)).hasSize(1);
        var decided = Together.run(8, () -> say(citizen, complaint, Math.random() < 0.5 ? "confirm" : "reopen", Map.of("comment", "…")).status());
        assertThat(decided.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(kinds(citizen, complaint)).hasSize(4);
    }

    @Test
    void theLinkAnswersWithoutSigningInAndOpeningItChangesNothing() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        JsonNode complaint = resolved(citizen, admin);
        String link = links.path(UUID.fromString(complaint.get("id").asString()));
        assertThat(link).doesNotContain(complaint.get("id").asString()).hasSizeLessThan(70);
        try (Browser phone = Setup.phone(http.base()).withoutScripts().open()) {
            var page = phone.open(link);
            assertThat(page.content()).doesNotContain("ড্রেন উপচে পড়ছে").doesNotContain(complaint.get("user_name").asString());
            PageChecks.assertFits(page);
            assertThat(kinds(admin, complaint)).hasSize(2);
            page.locator("form[action^='/rate/'] button").press("Enter");
            assertThat(page.locator(".summary").count()).isEqualTo(1);
            page.locator("input[name=score][value='4']").check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
            page.locator("input[name=fixed][value=yes]").check();
            page.locator("#feedback").fill("ধন্যবাদ");
            page.locator("form[action^='/rate/'] button").press("Enter");
            assertThat(page.locator(".stars [data-on]").count()).isEqualTo(4);
        }
        assertThat(kinds(admin, complaint)).containsExactly("confirmed", "rated", "status", "filed");
        var history = http.as(admin.accessToken()).get(path(complaint, "history")).body();
        assertThat(history.get(0).path("comment").asString()).isEqualTo("ধন্যবাদ");
        assertThat(http.get("/track/" + complaint.get("tracking_number").asString() + "/").text()).doesNotContain("ধন্যবাদ");
    }

    @Test
    void aForgedOldOrSpentLinkSaysSoAndNothingElse() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        JsonNode complaint = resolved(citizen, admin);
        UUID id = UUID.fromString(complaint.get("id").asString());
        String link = links.path(id);
        String forged = link.substring(0, 7) + (link.charAt(7) == 'A' ? 'B' : 'A') + link.substring(8);
        for (String bad : List.of(forged, "/rate/x/", "/rate/" + "A".repeat(46) + "/", "/rate/ক/")) {
            assertThat(http.get(java.net.URI.create(bad).toASCIIString()).status()).as(bad).isEqualTo(404);
        }
        assertThat(http.get(link).status()).isEqualTo(200);
        say(citizen, complaint, "reopen", Map.of("comment", "ঠিক হয়নি"));
        assertThat(http.get(link).status()).isEqualTo(404);
        move(http, admin, complaint, RESOLVED);
        assertThat(http.get(link).status()).as("the link was about the resolution before").isEqualTo(404);
        assertThat(http.get(links.path(id)).status()).isEqualTo(200);
    }

    @Test
    void onTheComplaintPageTheCitizenIsAskedAndMaySayItIsNotFixed() {
        Person citizen = people.citizen();
        JsonNode complaint = resolved(citizen, people.admin());
        String session = people.cookieOf(citizen);
        try (Browser phone = Setup.phone(http.base()).signedIn(session).open()) {
            var page = phone.open("/complaints/" + complaint.get("id").asString() + "/");
            PageChecks.assertGood(page);
            page.locator("input[name=fixed][value=no]").check();
            page.locator("form[action$='/feedback/'] button").press("Enter");
            assertThat(page.locator("#feedback-error").count()).isEqualTo(1);
            PageChecks.assertGood(page);
            page.locator("#feedback").fill("ড্রেন এখনো বন্ধ");
            page.locator("form[action$='/feedback/'] button").press("Enter");
            page.locator(".timeline").waitFor();
            assertThat(page.locator(".timeline li").first().textContent()).contains("আবার চালু").contains("ড্রেন এখনো বন্ধ");
            assertThat(page.locator("form[action$='/feedback/']").count()).isZero();
            PageChecks.assertGood(page);
        }
        try (Browser desk = Setup.desk(http.base()).english().atNight().signedIn(session).open()) {
            PageChecks.assertGood(desk.open("/complaints/" + complaint.get("id").asString() + "/"));
        }
    }

    /** Either question may be left out, but not both: the form says so, stays as it was, and the line leads to a question that is there. */
    @Test
    void anEmptyAnswerIsRefusedAtTheQuestionThatIsLeft() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        JsonNode complaint = resolved(citizen, admin);
        JsonNode rated = resolved(citizen, admin);
        JsonNode confirmed = resolved(citizen, admin);
        say(citizen, rated, "rate", Map.of("score", 4));
        say(citizen, confirmed, "confirm", Map.of());
        try (Browser phone = Setup.phone(http.base()).english().signedIn(people.cookieOf(citizen)).open()) {
            var page = phone.open("/complaints/" + complaint.get("id").asString() + "/");
            assertThat(page.locator("form[action$='/feedback/'] legend .optional").count()).as("neither is optional by itself").isZero();
            page.locator("#feedback").fill("I will look tomorrow.");
            assertRefusedAt(page, "fixed", "please say whether it is fixed, or give stars");
            assertThat(page.locator("#feedback").inputValue()).isEqualTo("I will look tomorrow.");
            PageChecks.assertGood(page);
            page.navigate(page.url());
            assertThat(page.url()).as("the address of the refused form leads back").endsWith("/complaints/" + complaint.get("id").asString() + "/");
            page.navigate("/complaints/" + rated.get("id").asString() + "/");
            assertRefusedAt(page, "fixed", "choose whether it is fixed");
            page.navigate(links.path(UUID.fromString(confirmed.get("id").asString())));
            assertRefusedAt(page, "score", "choose one to five stars");
            PageChecks.assertGood(page);
        }
        assertThat(kinds(admin, complaint)).containsExactly("status", "filed");
    }

    private static void assertRefusedAt(com.microsoft.playwright.Page page, String question, String words) {
        page.locator("form:has(#feedback) .button").press("Enter");
        var line = page.locator(".summary a");
        assertThat(line.textContent()).containsIgnoringCase(words);
        assertThat(line.getAttribute("href")).isEqualTo("#" + question);
        assertThat(page.locator("#" + question).count()).isOne();
        assertThat(page.locator("#" + question + "-error").textContent()).isEqualTo(line.textContent());
    }

    @Test
    void anAnswerBySmsRatesWhatWasResolvedLastOrTheNumberItNames() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        JsonNode first = resolved(citizen, admin);
        JsonNode second = resolved(citizen, admin);
        JsonNode third = resolved(citizen, admin);
        for (String noRating : List.of("6", "0", "45", "hello", "", "4.5", "STOP", "five")) {
            reply(citizen, noRating);
        }
        assertThat(scores(citizen)).isEmpty();
        reply(citizen, "5 " + first.get("tracking_number").asString() + " খুব ভালো");
        reply(citizen, " 4 ");
        reply(people.citizen(), "1");
        assertThat(score(first)).isEqualTo(5);
        assertThat(score(third)).isEqualTo(4);
        assertThat(scores(citizen)).hasSize(2);
        reply(citizen, "2, এখনো ময়লা আছে");
        assertThat(score(second)).isEqualTo(2);
        reply(citizen, "1");
        assertThat(scores(citizen)).as("nothing waits for stars any more").hasSize(3);
        assertThat(http.as(admin.accessToken()).get(path(second, "history")).body().get(0).path("comment").asString()).isEqualTo("এখনো ময়লা আছে");
    }

    private void reply(Person from, String text) {
        transaction.executeWithoutResult(_ -> events.publishEvent(new SmsReceived(UUID.randomUUID(), from.phone(), text, java.time.Instant.now())));
    }

    private Integer score(JsonNode complaint) {
        return db.sql("SELECT score FROM complaint_feedback WHERE complaint_id = ?::uuid").param(complaint.get("id").asString()).query(Integer.class).optional().orElse(null);
    }

    private List<Integer> scores(Person citizen) {
        return db.sql("SELECT f.score FROM complaint_feedback f JOIN complaints c ON c.id = f.complaint_id WHERE c.user_id = ?").param(citizen.id()).query(Integer.class).list();
    }
}

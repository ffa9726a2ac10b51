package bd.cleancare.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.Api.Answer;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import bd.cleancare.testing.SmsInbox;
import bd.cleancare.testing.Together;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class LoginTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired SmsInbox inbox;
    @Autowired JdbcClient db;

    @Test
    void aPersonLogsInWithPhoneAndPassword() {
        var person = people.citizenWithPassword("river-and-rain");
        var answer = login(person, "river-and-rain");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().propertyNames()).containsExactlyInAnyOrder("access_token", "refresh_token", "user");
        assertThat(answer.body().get("user").propertyNames()).containsExactlyInAnyOrder("id", "phone", "name", "email", "user_type", "ward_number");
        assertThat(api.as(answer.body().get("access_token").asString()).get("/api/auth/me/").body().get("last_login").isNull()).isFalse();
    }

    @Test
    void wrongPasswordUnknownPhoneAndSwitchedOffAccountAnswerAlike() {
        var person = people.citizenWithPassword("river-and-rain");
        var off = people.citizenWithPassword("river-and-rain");
        db.sql("UPDATE users SET is_active = false WHERE id = :id").param("id", off.id()).update();
        var wrong = login(person, "not-the-one");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body().get("error").asString()).isEqualTo("Invalid credentials");
        for (var phone : new String[] {People.newPhone().canonical(), off.phone().canonical(), "nonsense"}) {
            var other = api.post("/api/auth/login/", Map.of("phone", phone, "password", "river-and-rain"));
            assertThat(other.status()).isEqualTo(401);
            assertThat(other.text()).isEqualTo(wrong.text());
        }
    }

    @Test
    void anUnknownPhoneTakesAsLongAsAKnownOne() {
        var person = people.citizenWithPassword("river-and-rain");
        long known = median(() -> login(person, "not-the-one"));
        long unknown = median(() -> api.post("/api/auth/login/", Map.of("phone", People.newPhone().canonical(), "password", "not-the-one")));
        assertThat(Math.abs(known - unknown)).as("known %d µs, unknown %d µs", known, unknown).isLessThan(20_000 + known / 2);
    }

    @Test
    void aPersonLogsInByCodeAlone() {
        var person = people.citizen();
        var asked = api.post("/api/auth/login-otp/", Map.of("phone", person.phone().canonical()));
        assertThat(asked.status()).isEqualTo(200);
        var answer = api.post("/api/auth/login-otp/verify/", Map.of("phone", person.phone().canonical(), "otp_code", inbox.code(person.phone(), 1)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("user").get("id").asString()).isEqualTo(person.id().toString());
    }

    @Test
    void askingForACodeLooksTheSameForAPhoneNobodyHas() {
        var nobody = People.newPhone();
        for (String path : new String[] {"/api/auth/login-otp/", "/api/auth/password-reset/"}) {
            var known = api.post(path, Map.of("phone", people.citizen().phone().canonical()));
            var unknown = api.post(path, Map.of("phone", nobody.canonical()));
            assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(200);
            assertThat(unknown.text()).isEqualTo(known.text());
        }
        assertThat(inbox.of(nobody).size()).isZero();
    }

    @Test
    void aRefreshTokenIsGoodOnceAndItsReuseEndsTheSession() {
        var tokens = tokens();
        var first = refresh(tokens[1]);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().propertyNames()).containsExactlyInAnyOrder("access", "refresh");
        String newRefresh = first.body().get("refresh").asString();
        assertThat(newRefresh).isNotEqualTo(tokens[1]);
        db.sql("UPDATE sessions SET refresh_rotated_at = now() - interval '11 seconds'").update();
        var reused = refresh(tokens[1]);
        assertThat(reused.status()).isEqualTo(401);
        assertThat(reused.body().get("code").asString()).isEqualTo("token_not_valid");
        assertThat(refresh(newRefresh).status()).as("the whole family is ended").isEqualTo(401);
        assertThat(api.as(first.body().get("access").asString()).get("/api/auth/me/").status()).isEqualTo(401);
    }

    @Test
    void twoTabsThatRaceStayLoggedIn() {
        var tokens = tokens();
        var answers = Together.run(4, () -> refresh(tokens[1]));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers.stream().map(answer -> answer.body().get("refresh").asString()).distinct()).as("all tabs share one new token").hasSize(1);
        assertThat(refresh(answers.getFirst().body().get("refresh").asString()).status()).isEqualTo(200);
    }

    @Test
    void oneKindOfTokenIsNeverTakenForTheOther() {
        var tokens = tokens();
        assertThat(api.as(tokens[1]).get("/api/auth/me/").status()).isEqualTo(401);
        assertThat(refresh(tokens[0]).status()).isEqualTo(401);
        var missing = api.post("/api/auth/refresh/", Map.of());
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.body().get("refresh").isArray()).isTrue();
    }

    @Test
    void aSwitchedOffAccountCannotRefresh() {
        var person = people.citizenWithPassword("river-and-rain");
        String token = login(person, "river-and-rain").body().get("refresh_token").asString();
        db.sql("UPDATE users SET is_active = false WHERE id = :id").param("id", person.id()).update();
        assertThat(refresh(token).status()).isEqualTo(401);
    }

    private String[] tokens() {
        var body = login(people.citizenWithPassword("river-and-rain"), "river-and-rain").body();
        return new String[] {body.get("access_token").asString(), body.get("refresh_token").asString()};
    }

    private Answer refresh(String token) {
        return api.post("/api/auth/refresh/", Map.of("refresh", token));
    }

    private Answer login(Person person, String password) {
        return api.post("/api/auth/login/", Map.of("phone", person.phone().canonical(), "password", password));
    }

    private static long median(Runnable work) {
        long[] micros = new long[15];
        for (int i = 0; i < micros.length; i++) {
            long begun = System.nanoTime();
            work.run();
            micros[i] = (System.nanoTime() - begun) / 1_000;
        }
        Arrays.sort(micros);
        return micros[micros.length / 2];
    }
}

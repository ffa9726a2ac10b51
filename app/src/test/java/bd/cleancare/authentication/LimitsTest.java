package bd.cleancare.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.Api.Answer;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.SmsInbox;
import bd.cleancare.testing.Together;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A context of its own, for here the one switch over all limits is on. */
@AppTest
@TestPropertySource(properties = {"cleancare.limits.enabled=true", "cleancare.codes.per-block-hour=8", "cleancare.codes.per-device-hour=6"})
class LimitsTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired SmsInbox inbox;
    @Autowired JdbcClient db;

    @Test
    void aSecondCodeWaitsAMinuteAndEachFurtherOneLonger() {
        var phone = phoneInItsOwnBlock("51");
        assertThat(ask(phone).status()).isEqualTo(200);
        long[] waits = {60, 120, 300, 900};
        for (long wait : waits) {
            var refused = ask(phone);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(wait - 5, wait + 1);
            assertThat(refused.body().get("code").asString()).isEqualTo("throttled");
            age(wait + 1);
            assertThat(ask(phone).status()).as("after %d s", wait).isEqualTo(200);
        }
        age(1_000);
        assertThat(ask(phone).status()).as("five in an hour are enough").isEqualTo(429);
    }

    @Test
    void ofManyWhoAskForOnePhoneAtOnceOneIsServed() {
        var phone = phoneInItsOwnBlock("52");
        var statuses = Together.run(10, () -> ask(phone)).stream().map(Answer::status).toList();
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(9);
    }

    @Test
    void limitsAreTheSameForPhonesWithAndWithoutAnAccount() {
        var known = people.citizen().phone();
        ask(known);
        var unknown = phoneInItsOwnBlock("53");
        ask(unknown);
        assertThat(ask(known).status()).isEqualTo(429);
        assertThat(ask(unknown).status()).isEqualTo(429);
    }

    @Test
    void adjacentNumbersAreHeld() {
        var statuses = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9).stream().map(last -> ask(new PhoneNumber("+880155400010" + last)).status()).toList();
        assertThat(statuses).startsWith(200, 200, 200, 200, 200, 200, 200, 200).endsWith(429);
    }

    @Test
    void oneDeviceAsksForSoManyOnly() {
        var client = api.with("X-Device-Id", "device-1");
        for (int i = 0; i < 6; i++) {
            assertThat(client.post("/api/auth/login-otp/", Map.of("phone", "+88016" + (10 + i) + "000001")).status()).isEqualTo(200);
        }
        assertThat(client.post("/api/auth/login-otp/", Map.of("phone", "+8801699000001")).status()).isEqualTo(429);
        assertThat(api.post("/api/auth/login-otp/", Map.of("phone", "+8801699000001")).status()).isEqualTo(200);
    }

    @Test
    void aRegistrationThatMayNotSendItsCodeMakesNoAccount() {
        var phone = phoneInItsOwnBlock("56");
        ask(phone);
        var refused = api.post("/api/auth/register/", Map.of("phone", phone.canonical(), "name", "x", "password", "secret-of-mine"));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(db.sql("SELECT count(*) FROM users WHERE phone = :p").param("p", phone.canonical()).query(Integer.class).single()).isZero();
    }

    @Test
    void wrongPasswordsInARowMeanAGrowingWaitAndTheRightOneEndsIt() {
        var person = people.citizenWithPassword("river-and-rain");
        for (int i = 0; i < 10; i++) {
            assertThat(login(person.phone(), "wrong").status()).isEqualTo(401);
        }
        var waiting = login(person.phone(), "river-and-rain");
        assertThat(waiting.status()).isEqualTo(429);
        assertThat(Long.parseLong(waiting.header("Retry-After"))).isBetween(25L, 31L);
        unlock();
        assertThat(login(person.phone(), "wrong").status()).isEqualTo(401);
        assertThat(Long.parseLong(login(person.phone(), "wrong").header("Retry-After"))).as("doubled").isBetween(55L, 61L);
        unlock();
        assertThat(login(person.phone(), "river-and-rain").status()).isEqualTo(200);
        assertThat(login(person.phone(), "wrong").status()).as("counted anew").isEqualTo(401);
        assertThat(login(person.phone(), "river-and-rain").status()).isEqualTo(200);
    }

    @Test
    void ofManyWrongPasswordsAtOnceTenAreLookedAtAndUnknownPhonesAreNoDifferent() {
        for (var phone : List.of(people.citizenWithPassword("river-and-rain").phone(), phoneInItsOwnBlock("57"))) {
            var statuses = Together.run(40, () -> login(phone, "wrong")).stream().map(Answer::status).toList();
            assertThat(statuses).filteredOn(status -> status == 401).hasSize(10);
            assertThat(statuses).filteredOn(status -> status == 429).hasSize(30);
        }
    }

    @Test
    void twentyWrongGuessesInADayCloseThePhoneToGuessing() {
        var person = people.citizen();
        for (int i = 0; i < 4; i++) {
            ask(person.phone());
            String code = inbox.code(person.phone(), i + 1);
            for (int guess = 0; guess < 5; guess++) {
                verify(person.phone(), code.equals("000000") ? "000001" : "000000");
            }
            age(3_601);
        }
        ask(person.phone());
        assertThat(verify(person.phone(), inbox.code(person.phone(), 5)).status()).isEqualTo(429);
    }

    /** First eight digits nobody else in this class uses, so that the limit per block does not meet another test. */
    private static PhoneNumber phoneInItsOwnBlock(String block) {
        return new PhoneNumber("+88018" + block + "000001");
    }

    private Answer ask(PhoneNumber phone) {
        return api.post("/api/auth/login-otp/", Map.of("phone", phone.canonical()));
    }

    private Answer verify(PhoneNumber phone, String code) {
        return api.post("/api/auth/login-otp/verify/", Map.of("phone", phone.canonical(), "otp_code", code));
    }

    private Answer login(PhoneNumber phone, String password) {
        return api.post("/api/auth/login/", Map.of("phone", phone.canonical(), "password", password));
    }

    private void age(long seconds) {
        db.sql("UPDATE otp_codes SET created_at = created_at - make_interval(secs => :s)").param("s", seconds).update();
    }

    private void unlock() {
        db.sql("UPDATE login_failures SET locked_until = now() WHERE locked_until IS NOT NULL").update();
    }
}

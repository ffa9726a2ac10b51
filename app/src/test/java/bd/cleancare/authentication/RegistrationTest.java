package bd.cleancare.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.shared.Digits;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.Api.Answer;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.SmsInbox;
import bd.cleancare.testing.Together;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class RegistrationTest {

    private static final String TAKEN = "এই ফোন নম্বর দিয়ে ইতিমধ্যে একাউন্ট আছে";

    @Autowired Api api;
    @Autowired SmsInbox inbox;
    @Autowired People people;
    @Autowired JdbcClient db;

    private final PhoneNumber phone = People.newPhone();

    @Test
    void aPersonRegistersConfirmsAndIsLoggedIn() {
        var registered = register(Map.of("email", "Person." + phone.canonical().substring(4) + "@Example.com", "address", "১২ নদী সড়ক"));
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.body().get("message").asString()).isEqualTo("Registration successful. Please verify OTP.");
        assertThat(registered.body().get("phone").asString()).isEqualTo(phone.canonical());
        String code = inbox.code(phone, 1);
        String[] lines = inbox.text(phone, 1).split("\n");
        assertThat(lines[0]).startsWith("(CleanCare) ").hasSizeLessThanOrEqualTo(70);
        assertThat(lines).as("the line by which a browser knows the code for its own").containsExactly(lines[0], "@localhost #" + code);
        var verified = verify(code);
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.body().get("message").asString()).isEqualTo("OTP verified successfully");
        assertThat(verified.body().get("user").propertyNames()).containsExactlyInAnyOrder("id", "phone", "name", "user_type");
        assertThat(verified.body().get("user").get("id")).isEqualTo(registered.body().get("user_id"));
        assertThat(verified.body().get("refresh_token").asString()).isNotBlank();
        var me = api.as(verified.body().get("access_token").asString()).get("/api/auth/me/");
        assertThat(me.body().get("is_verified").asBoolean()).isTrue();
        assertThat(verify(code).status()).as("a code works once").isEqualTo(400);
    }

    @Test
    void everyWayToWriteANumberIsOneNumberAndCodesMayComeInBanglaDigits() {
        String local = phone.canonical().substring(3);
        assertThat(register(Map.of("phone", Digits.toBangla(local.substring(0, 5)) + "-" + local.substring(5))).status()).isEqualTo(201);
        String code = inbox.code(phone, 1);
        var verified = api.post("/api/auth/verify-otp", Map.of("phone", "88" + local, "otp_code", Digits.toBangla(code)));
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.body().get("user").get("phone").asString()).isEqualTo(phone.canonical());
    }

    @Test
    void allBadFieldsAreNamedAtOnce() {
        var answer = api.post("/api/auth/register/", Map.of("phone", "+14155550123", "password", "12345", "email", "nobody", "nid", "123"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().propertyNames()).contains("phone", "name", "password", "email", "nid");
    }

    @Test
    void commonPasswordsAreRefusedAndSixUncommonCharactersAreEnough() {
        for (String common : new String[] {"123456", "password", "Password123", "bangladesh", "১২৩৪৫৬", "aaaaaaa", phone.canonical().substring(3)}) {
            var answer = register(Map.of("password", common));
            assertThat(answer.status()).as(common).isEqualTo(400);
            assertThat(answer.body().has("password")).as(common).isTrue();
        }
        assertThat(register(Map.of("password", "kx7%pq")).status()).isEqualTo(201);
    }

    @Test
    void aTakenPhoneGetsTheGuidesWords() {
        register(Map.of());
        var again = register(Map.of());
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body().get("phone").get(0).asString()).isEqualTo(TAKEN);
        var verified = people.citizen();
        var third = register(Map.of("phone", verified.phone().canonical()));
        assertThat(third.body().get("phone").get(0).asString()).isEqualTo(TAKEN);
    }

    @Test
    void whoNeverConfirmedGivesWayToTheNext() {
        var first = register(Map.of("name", "Squatter", "password", "squatter-secret"));
        String oldCode = inbox.code(phone, 1);
        db.sql("UPDATE users SET updated_at = now() - interval '2 minutes' WHERE phone = :p").param("p", phone.canonical()).update();
        var second = register(Map.of("name", "Owner", "password", "owner-secret"));
        assertThat(second.status()).isEqualTo(201);
        String newCode = inbox.code(phone, 2);
        if (!oldCode.equals(newCode)) {
            assertThat(verify(oldCode).status()).as("only the newest code counts").isEqualTo(400);
        }
        assertThat(verify(newCode).body().get("user").get("name").asString()).isEqualTo("Owner");
        assertThat(login("squatter-secret").status()).isEqualTo(401);
        assertThat(login("owner-secret").status()).isEqualTo(200);
        assertThat(first.status()).isEqualTo(201);
    }

    @Test
    void ofManyWhoRegisterOneNumberAtOnceExactlyOneDoes() {
        var statuses = Together.run(20, () -> register(Map.of())).stream().map(Answer::status).toList();
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 400).hasSize(19);
        inbox.code(phone, 1);
    }

    @Test
    void ofManyWhoTakeOverALeftoverAtOnceExactlyOneDoes() {
        register(Map.of());
        db.sql("UPDATE users SET updated_at = now() - interval '2 minutes' WHERE phone = :p").param("p", phone.canonical()).update();
        var statuses = Together.run(10, () -> register(Map.of())).stream().map(Answer::status).toList();
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 400).hasSize(9);
    }

    @Test
    void whatAPersonMayNotDecideIsIgnored() {
        var body = new HashMap<String, Object>(Map.of("user_type", "super_admin", "is_staff", true, "is_verified", true, "role", "admin"));
        assertThat(register(body).status()).isEqualTo(201);
        var row = db.sql("SELECT role, is_verified FROM users WHERE phone = :p").param("p", phone.canonical()).query().singleRow();
        assertThat(row).containsEntry("role", "citizen").containsEntry("is_verified", false);
        assertThat(login("secret-of-mine").body().get("error").asString()).isEqualTo("Please verify your account first");
        assertThat(login("secret-of-mine").status()).isEqualTo(403);
        assertThat(login("not-the-secret").status()).isEqualTo(401);
    }

    @Test
    void missingAndWrongCodesGetTheGuidesWords() {
        var missing = api.post("/api/auth/verify-otp/", Map.of("phone", phone.canonical()));
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.body().get("error").asString()).isEqualTo("Phone এবং OTP code দিতে হবে");
        for (String given : new String[] {phone.canonical(), "nonsense", "+8801999999999"}) {
            var wrong = api.post("/api/auth/verify-otp/", Map.of("phone", given, "otp_code", "000000"));
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.body().get("error").asString()).isEqualTo("Invalid or expired OTP");
        }
        assertThat(api.post("/api/auth/verify-otp/", Map.of("phone", phone.canonical(), "otp_code", java.util.List.of(1))).status()).isEqualTo(400);
    }

    @Test
    void afterFiveWrongGuessesTheRightCodeIsDeadToo() {
        register(Map.of());
        String code = inbox.code(phone, 1);
        for (int i = 0; i < 5; i++) {
            assertThat(verify(wrong(code)).status()).isEqualTo(400);
        }
        assertThat(verify(code).status()).isEqualTo(400);
    }

    @Test
    void ofFiveHundredGuessesAtOnceAtMostFiveAreLookedAt() {
        register(Map.of());
        String code = inbox.code(phone, 1);
        Together.run(500, () -> verify(wrong(code)));
        assertThat(db.sql("SELECT min(tries_left) FROM otp_codes o JOIN users u ON u.id = o.user_id WHERE u.phone = :p").param("p", phone.canonical())
                .query(Integer.class).single()).isZero();
        assertThat(verify(code).status()).isEqualTo(400);
    }

    @Test
    void theRightCodeTwiceAtOnceOpensOneSession() {
        register(Map.of());
        String code = inbox.code(phone, 1);
        var statuses = Together.run(5, () -> verify(code)).stream().map(Answer::status).toList();
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(db.sql("SELECT count(*) FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.phone = :p").param("p", phone.canonical())
                .query(Integer.class).single()).isOne();
    }

    @Test
    void aCodeIsGoodForItsPurposeItsPhoneAndItsTimeOnly() {
        register(Map.of());
        String code = inbox.code(phone, 1);
        assertThat(api.post("/api/auth/login-otp/verify/", Map.of("phone", phone.canonical(), "otp_code", code)).status()).isEqualTo(400);
        assertThat(api.post("/api/auth/password-reset/confirm/", Map.of("phone", phone.canonical(), "otp_code", code, "new_password", "another-secret")).status())
                .isEqualTo(400);
        assertThat(api.post("/api/auth/verify-otp/", Map.of("phone", People.newPhone().canonical(), "otp_code", code)).status()).isEqualTo(400);
        db.sql("UPDATE otp_codes SET expires_at = now() WHERE user_id = (SELECT id FROM users WHERE phone = :p)").param("p", phone.canonical()).update();
        assertThat(verify(code).status()).isEqualTo(400);
    }

    @Test
    void aCodeSentAgainReplacesTheOneBeforeAndLooksTheSameForAnyPhone() {
        register(Map.of());
        inbox.code(phone, 1);
        var known = api.post("/api/auth/resend-otp/", Map.of("phone", phone.canonical()));
        var unknown = api.post("/api/auth/resend-otp/", Map.of("phone", People.newPhone().canonical()));
        assertThat(known.status()).isEqualTo(200);
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.text()).isEqualTo(known.text());
        assertThat(verify(inbox.code(phone, 2)).status()).isEqualTo(200);
    }

    @Test
    void aCodeForAnotherNumberIsNotSentAgainHere() {
        register(Map.of());
        for (String purpose : new String[] {"phone_change", "nonsense"}) {
            var refused = api.post("/api/auth/resend-otp/", Map.of("phone", phone.canonical(), "purpose", purpose));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body().path("purpose").path(0).asString("")).contains(purpose);
        }
        assertThat(api.post("/api/auth/verify-otp/", Map.of("phone", phone.canonical(), "otp_code", inbox.code(phone, 1), "purpose", "password_reset")).body()
                .path("error").asString("")).isEqualTo("Invalid or expired OTP");
    }

    @Test
    void noCodeIsReadableInTheDatabase() {
        register(Map.of());
        String code = inbox.code(phone, 1);
        String dump = db.sql("SELECT string_agg(o::text, ' ') FROM otp_codes o").query(String.class).single();
        assertThat(dump).doesNotContain(code + ",").doesNotContain("," + code).doesNotContain(phone.canonical());
    }

    private Answer register(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("phone", phone.canonical(), "name", "কেউ একজন", "password", "secret-of-mine"));
        body.putAll(more);
        return api.post("/api/auth/register/", body);
    }

    private Answer verify(String code) {
        return api.post("/api/auth/verify-otp/", Map.of("phone", phone.canonical(), "otp_code", code));
    }

    private Answer login(String password) {
        return api.post("/api/auth/login/", Map.of("phone", phone.canonical(), "password", password));
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }
}

package bd.cleancare.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.Api.Answer;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import bd.cleancare.testing.SmsInbox;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class AccountTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired SmsInbox inbox;
    @Autowired JdbcClient db;

    @Test
    void aPersonEditsTheProfileAndNothingElse() {
        var person = people.citizen();
        String email = "p" + person.phone().canonical().substring(4) + "@example.com";
        var body = new HashMap<String, Object>(Map.of("name", "নতুন নাম", "email", email, "ward_number", "7", "language", "en", "user_type", "super_admin",
                "is_verified", false, "phone", "01711111111", "id", "x", "nid", "১৯৯০ ১২৩৪৫৬৭৮৯০১২৩"));
        body.put("address", null);
        var edited = api.as(person.accessToken()).patch("/api/auth/me/", body);
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.body().get("name").asString()).isEqualTo("নতুন নাম");
        assertThat(edited.body().get("ward_number").asString()).isEqualTo("7");
        assertThat(edited.body().get("user_type").asString()).isEqualTo("citizen");
        assertThat(edited.body().get("is_verified").asBoolean()).isTrue();
        assertThat(edited.body().get("phone").asString()).isEqualTo(person.phone().canonical());
        assertThat(edited.body().get("has_nid").asBoolean()).isTrue();
        assertThat(edited.text()).doesNotContain("1234567890123");
        var one = api.as(person.accessToken()).patch("/api/auth/me/", Map.of("address", "পুকুর পাড়"));
        assertThat(one.body().get("email").asString()).isEqualTo(email);
        assertThat(api.as(people.citizen().accessToken()).patch("/api/auth/me/", Map.of("email", email.toUpperCase())).body().has("email")).isTrue();
        assertThat(api.as(person.accessToken()).patch("/api/auth/me/", Map.of("name", " ")).status()).isEqualTo(400);
    }

    @Test
    void anIdentityNumberIsEncryptedAndFoundByItsBlindIndexOnly() {
        var old = people.citizen();
        var longForm = people.citizen();
        api.as(old.accessToken()).patch("/api/auth/me/", Map.of("nid", "5234567890123"));
        api.as(longForm.accessToken()).patch("/api/auth/me/", Map.of("nid", "19855234567890123"));
        String dump = db.sql("SELECT string_agg(u::text, ' ') FROM users u WHERE id IN (:ids)").param("ids", java.util.List.of(old.id(), longForm.id()))
                .query(String.class).single();
        assertThat(dump).doesNotContain("5234567890123").doesNotContain("35323334");
        assertThat(db.sql("SELECT count(DISTINCT nid_index) FROM users WHERE id IN (:ids)").param("ids", java.util.List.of(old.id(), longForm.id()))
                .query(Integer.class).single()).as("13 and 17 digits of one person").isOne();
        var export = api.as(old.accessToken()).get("/api/auth/export/");
        assertThat(export.status()).isEqualTo(200);
        assertThat(export.body().get("account").get("nid").asString()).isEqualTo("5234567890123");
        assertThat(export.body().get("sessions").size()).isOne();
        assertThat(export.header("Content-Disposition")).startsWith("attachment");
    }

    @Test
    void aForgottenPasswordIsResetByCodeAndEndsEverySession() {
        var person = people.citizenWithPassword("river-and-rain");
        api.post("/api/auth/password-reset/", Map.of("phone", person.phone().canonical()));
        String code = inbox.code(person.phone(), 1);
        assertThat(reset(person, code, "123456").body().has("new_password")).isTrue();
        assertThat(reset(person, code, "mango-and-tea").status()).isEqualTo(200);
        assertThat(reset(person, code, "mango-and-tea").status()).isEqualTo(400);
        assertThat(api.as(person.accessToken()).get("/api/auth/me/").status()).isEqualTo(401);
        assertThat(login(person, "river-and-rain").status()).isEqualTo(401);
        assertThat(login(person, "mango-and-tea").status()).isEqualTo(200);
        inbox.awaitText(person.phone(), "পাসওয়ার্ড বদলানো হয়েছে");
    }

    @Test
    void aPasswordIsChangedWithTheOldOneAndStaffNeedALongerOne() {
        var person = people.citizenWithPassword("river-and-rain");
        var other = login(person, "river-and-rain").body().get("access_token").asString();
        assertThat(changePassword(person, "wrong-one", "mango-and-tea").body().has("old_password")).isTrue();
        assertThat(changePassword(person, "river-and-rain", "mango-and-tea").status()).isEqualTo(200);
        assertThat(api.as(person.accessToken()).get("/api/auth/me/").status()).as("this session goes on").isEqualTo(200);
        assertThat(api.as(other).get("/api/auth/me/").status()).as("the others do not").isEqualTo(401);
        assertThat(login(person, "mango-and-tea").status()).isEqualTo(200);
        var admin = people.withPassword(people.admin(), "long-enough-secret");
        assertThat(changePassword(admin, "long-enough-secret", "kx7%pqrs").status()).isEqualTo(400);
        assertThat(changePassword(admin, "long-enough-secret", "kx7%pqrs-2").status()).isEqualTo(200);
    }

    @Test
    void aNewPhoneNumberIsConfirmedAndTheOldOneTold() {
        var person = people.citizenWithPassword("river-and-rain");
        var fresh = People.newPhone();
        var client = api.as(person.accessToken());
        assertThat(client.post("/api/auth/change-phone/", Map.of("phone", fresh.canonical())).status()).isEqualTo(400);
        assertThat(client.post("/api/auth/change-phone/", Map.of("phone", fresh.canonical(), "current_password", "wrong")).status()).isEqualTo(400);
        var taken = Map.of("phone", people.citizen().phone().canonical(), "current_password", "river-and-rain");
        assertThat(client.post("/api/auth/change-phone/", taken).body().has("phone")).isTrue();
        assertThat(client.post("/api/auth/change-phone/", Map.of("phone", fresh.canonical(), "current_password", "river-and-rain")).status()).isEqualTo(200);
        String code = inbox.code(fresh, 1);
        var stranger = api.as(people.citizen().accessToken());
        assertThat(stranger.post("/api/auth/change-phone/confirm/", Map.of("phone", fresh.canonical(), "otp_code", code)).status()).isEqualTo(400);
        assertThat(client.post("/api/auth/change-phone/confirm/", Map.of("phone", fresh.canonical(), "otp_code", code)).status()).isEqualTo(200);
        assertThat(client.get("/api/auth/me/").body().get("phone").asString()).isEqualTo(fresh.canonical());
        inbox.awaitText(person.phone(), "ফোন নম্বর বদলানো হয়েছে");
        assertThat(login(person, "river-and-rain").status()).isEqualTo(401);
    }

    @Test
    void aSignInFromANewDeviceIsToldAndOneFromAKnownDeviceIsNot() {
        var person = people.citizenWithPassword("river-and-rain");
        signIn(person, "Mozilla/5.0 (Linux; Android 14) Chrome/130.0");
        inbox.awaitText(person.phone(), "নতুন ডিভাইস থেকে সাইন ইন");
        signIn(person, "Mozilla/5.0 (Linux; Android 14) Chrome/131.0");
        signIn(person, "Mozilla/5.0 (Windows NT 10.0) Firefox/131.0");
        Await.until(() -> inbox.of(person.phone()).size() == 2);
        assertThat(db.sql("SELECT count(*) FROM notification_facts WHERE event = 'sign_in_new_device' AND ? = ANY (recipients)").param(person.id()).query(Long.class).single())
                .as("a new version of the browser is the same device").isEqualTo(2);
        assertThat(db.sql("SELECT f.values ->> 'device' FROM notification_facts f WHERE event = 'sign_in_new_device' AND ? = ANY (recipients)").param(person.id()).query(String.class).list())
                .containsExactlyInAnyOrder("Chrome Android", "Firefox Windows");
    }

    private void signIn(Person person, String userAgent) {
        var answer = api.with("User-Agent", userAgent).post("/api/auth/login/", Map.of("phone", person.phone().canonical(), "password", "river-and-rain"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void sessionsAreListedAndEndedOneByOneOrAllOthers() {
        var person = people.citizenWithPassword("river-and-rain");
        String second = login(person, "river-and-rain").body().get("access_token").asString();
        String third = login(person, "river-and-rain").body().get("access_token").asString();
        var client = api.as(person.accessToken());
        var list = client.get("/api/auth/sessions/").body().get("sessions");
        assertThat(list.size()).isEqualTo(3);
        assertThat(list.valueStream().filter(each -> each.get("current").asBoolean()).count()).isOne();
        String ofSecond = api.as(second).get("/api/auth/sessions/").body().get("sessions").valueStream().filter(each -> each.get("current").asBoolean())
                .findFirst().orElseThrow().get("id").asString();
        assertThat(api.as(people.citizen().accessToken()).delete("/api/auth/sessions/" + ofSecond + "/").status()).isEqualTo(404);
        assertThat(client.delete("/api/auth/sessions/" + ofSecond + "/").status()).isEqualTo(204);
        assertThat(client.delete("/api/auth/sessions/nonsense/").status()).isEqualTo(404);
        assertThat(api.as(second).get("/api/auth/me/").status()).isEqualTo(401);
        assertThat(client.delete("/api/auth/sessions/").body().get("ended").asInt()).isOne();
        assertThat(api.as(third).get("/api/auth/me/").status()).isEqualTo(401);
        assertThat(client.post("/api/auth/logout/", Map.of()).status()).isEqualTo(200);
        assertThat(client.get("/api/auth/me/").status()).isEqualTo(401);
    }

    @Test
    void closingAnAccountErasesThePersonAndFreesTheNumber() {
        var person = people.citizenWithPassword("river-and-rain");
        var client = api.as(person.accessToken());
        client.patch("/api/auth/me/", Map.of("nid", "5234567890", "address", "x"));
        assertThat(client.post("/api/auth/close/", Map.of("current_password", "no")).status()).isEqualTo(400);
        assertThat(client.post("/api/auth/close/", Map.of("current_password", "river-and-rain")).status()).isEqualTo(200);
        assertThat(client.get("/api/auth/me/").status()).isEqualTo(401);
        var row = db.sql("SELECT phone, name, email, password_hash, nid, nid_index, address, closed_at FROM users WHERE id = :id").param("id", person.id())
                .query().singleRow();
        assertThat(row.get("closed_at")).isNotNull();
        assertThat(row.values()).filteredOn(value -> value != null && !"".equals(value)).hasSize(1);
        inbox.awaitText(person.phone(), "আপনার অ্যাকাউন্ট বন্ধ হয়েছে");
        assertThat(login(person, "river-and-rain").status()).isEqualTo(401);
        assertThat(api.post("/api/auth/register/", Map.of("phone", person.phone().canonical(), "name", "x", "password", "secret-of-mine")).status()).isEqualTo(201);
        var admin = people.withPassword(people.admin(), "river-and-rain");
        assertThat(api.as(admin.accessToken()).post("/api/auth/close/", Map.of("current_password", "river-and-rain")).status()).isEqualTo(403);
    }

    private Answer reset(Person person, String code, String password) {
        return api.post("/api/auth/password-reset/confirm/", Map.of("phone", person.phone().canonical(), "otp_code", code, "new_password", password));
    }

    private Answer changePassword(Person person, String old, String password) {
        return api.as(person.accessToken()).post("/api/auth/change-password/", Map.of("old_password", old, "new_password", password));
    }

    private Answer login(Person person, String password) {
        return api.post("/api/auth/login/", Map.of("phone", person.phone().canonical(), "password", password));
    }
}

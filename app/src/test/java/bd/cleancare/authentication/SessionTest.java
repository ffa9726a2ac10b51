package bd.cleancare.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.platform.security.SessionResolver;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.users.AccountChanged;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class SessionTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired Sessions sessions;
    @Autowired SessionResolver resolver;
    @Autowired JdbcClient db;
    @Autowired ApplicationEventPublisher events;

    @Test
    void anAccessTokenTellsWhoIsAsking() {
        var person = people.citizen();
        var me = api.as(person.accessToken()).get("/api/auth/me/");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body().get("id").asString()).isEqualTo(person.id().toString());
        assertThat(me.body().get("phone").asString()).isEqualTo(person.phone().canonical());
        assertThat(me.body().get("user_type").asString()).isEqualTo("citizen");
        assertThat(me.body().get("is_verified").asBoolean()).isTrue();
        assertThat(me.body().has("ward_number")).isTrue();
    }

    @Test
    void withoutATokenThereIsNobody() {
        var me = api.get("/api/auth/me/");
        assertThat(me.status()).isEqualTo(401);
        assertThat(me.body().has("detail")).isTrue();
    }

    @Test
    void anEndedSessionStopsAtOnceOnThisNode() {
        var person = people.citizen();
        assertThat(api.as(person.accessToken()).get("/api/auth/me/").status()).isEqualTo(200);
        sessions.end(person.viewer());
        var after = api.as(person.accessToken()).get("/api/auth/me/");
        assertThat(after.status()).isEqualTo(401);
        assertThat(after.body().get("code").asString()).isEqualTo("token_not_valid");
    }

    @Test
    void aSessionEndedByAnotherNodeStopsWithinFiveSeconds() throws InterruptedException {
        var person = people.citizen();
        assertThat(resolver.byAccessToken(person.accessToken())).isPresent();
        db.sql("UPDATE sessions SET ended_at = now(), end_reason = 'elsewhere' WHERE user_id = :id").param("id", person.id()).update();
        Thread.sleep(3_500);
        assertThat(resolver.byAccessToken(person.accessToken())).isEmpty();
    }

    @Test
    void aChangedRoleOrADeactivatedAccountCountsAtOnce() {
        var person = people.citizen();
        assertThat(resolver.byAccessToken(person.accessToken()).orElseThrow().isAdmin()).isFalse();
        db.sql("UPDATE users SET role = 'admin', ward_scope = '{7}' WHERE id = :id").param("id", person.id()).update();
        events.publishEvent(new AccountChanged(person.id()));
        var viewer = resolver.byAccessToken(person.accessToken()).orElseThrow();
        assertThat(viewer.isAdmin()).isTrue();
        assertThat(viewer.wards()).containsExactly("7");
        db.sql("UPDATE users SET is_active = false WHERE id = :id").param("id", person.id()).update();
        events.publishEvent(new AccountChanged(person.id()));
        assertThat(resolver.byAccessToken(person.accessToken())).isEmpty();
    }

    @Test
    void aCookieSharesTheNotionOfASessionButOpensPagesOnly() {
        var person = people.citizen();
        String cookie = people.cookieOf(person);
        assertThat(resolver.byCookie(cookie).orElseThrow().id()).isEqualTo(person.id());
        assertThat(api.with("Cookie", "session=" + cookie).get("/api/auth/me/").status()).isEqualTo(401);
        sessions.endAll(person.id(), "test");
        assertThat(resolver.byCookie(cookie)).isEmpty();
        assertThat(resolver.byAccessToken(person.accessToken())).isEmpty();
        assertThat(resolver.byCookie("x".repeat(43))).isEmpty();
    }
}

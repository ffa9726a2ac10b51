package bd.cleancare.simulators.bkash;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class TokensTest extends BkashTest {

    @Override
    BkashGateway.Options options() {
        return super.options().withGrantsPerHour(2);
    }

    @Test
    void grantsATokenForAnHour() throws Exception {
        var reply = grant();

        assertThat(reply.path("statusCode").asString()).isEqualTo("0000");
        assertThat(reply.path("expires_in").isNumber()).isTrue();
        assertThat(reply.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(reply.path("refresh_token").asString()).isNotEmpty();
    }

    @Test
    void refusesWrongCredentials() throws Exception {
        assertThat(grant("wrong", credentials.appSecret()).status()).isEqualTo(401);
        assertThat(grant(credentials.password(), "wrong").text("statusCode")).isEqualTo("2001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "bearer "})
    void acceptsTheTokenRawAndAsBearer(String prefix) throws Exception {
        var merchant = merchant(prefix + grant().path("id_token").asString());

        assertThat(merchant.post(CHECKOUT + "/create", order("10", "INV-1")).text("statusCode")).isEqualTo("0000");
    }

    @Test
    void refusesAForeignTokenOrAppKey() throws Exception {
        String token = grant().path("id_token").asString();

        assertThat(merchant("made-up").post(CHECKOUT + "/create", order("10", "INV-1")).status()).isEqualTo(401);
        assertThat(client.with(Map.of("Authorization", token, "X-APP-Key", "wrong"))
                .post(CHECKOUT + "/create", order("10", "INV-1")).status()).isEqualTo(401);
    }

    @Test
    void forgetsATokenAfterItsHour() throws Exception {
        merchant();
        clock.advance(Duration.ofMinutes(60));

        assertThat(merchant().post(CHECKOUT + "/create", order("10", "INV-1")).status()).isEqualTo(401);
    }

    @Test
    void forgetsEveryTokenWhenTold() throws Exception {
        merchant();
        client.delete("/__sim/tokens");

        assertThat(merchant().post(CHECKOUT + "/create", order("10", "INV-1")).status()).isEqualTo(401);
    }

    @Test
    void renewsATokenWithTheRefreshToken() throws Exception {
        String refresh = grant().path("refresh_token").asString();
        var headers = Map.of("username", credentials.username(), "password", credentials.password());
        var body = Map.of("app_key", credentials.appKey(), "app_secret", credentials.appSecret());

        assertThat(client.with(headers).post(CHECKOUT + "/token/refresh",
                Map.of("app_key", credentials.appKey(), "app_secret", credentials.appSecret(), "refresh_token", "made-up")).status())
                .isEqualTo(401);
        var renewed = client.with(headers).post(CHECKOUT + "/token/refresh",
                Map.of("app_key", body.get("app_key"), "app_secret", body.get("app_secret"), "refresh_token", refresh)).json();
        assertThat(merchant(renewed.path("id_token").asString()).post(CHECKOUT + "/create", order("10", "I")).status()).isEqualTo(200);
    }

    @Test
    void limitsGrantsWhenTold() throws Exception {
        grant();
        grant();

        assertThat(grant(credentials.password(), credentials.appSecret()).status()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(61));
        assertThat(grant(credentials.password(), credentials.appSecret()).status()).isEqualTo(200);
    }
}

package bd.cleancare.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.platform.crypto.Secrets;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Forged, bent and foreign tokens, most of them signed with our very key, so that only the rule under test can refuse them. */
@AppTest
class TokenAttackTest {

    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    @Autowired Api api;
    @Autowired People people;
    @Autowired Secrets secrets;

    private People.Person person;

    @BeforeEach
    void somebody() {
        person = people.citizen();
    }

    @Test
    void theForgeOfThisTestMakesGoodTokens() {
        assertAnswer(200, signed(HEADER, claims(Map.of()), "HmacSHA256"));
    }

    @Test
    void unsignedTokensAreRefused() {
        String payload = base64(claims(Map.of()));
        assertRefused(base64("{\"alg\":\"none\"}") + "." + payload + ".");
        assertRefused(base64(HEADER) + "." + payload + ".");
        assertRefused(base64("{\"alg\":\"NoNe\",\"typ\":\"JWT\"}") + "." + payload + "." + base64("x"));
        assertRefused(person.accessToken().substring(0, person.accessToken().lastIndexOf('.') + 1));
        assertRefused(person.accessToken().substring(0, person.accessToken().length() - 6) + "AAAAAA");
    }

    @Test
    void otherAlgorithmsAreRefusedEvenUnderOurKey() {
        assertRefused(signed("{\"alg\":\"HS512\",\"typ\":\"JWT\"}", claims(Map.of()), "HmacSHA512"));
        assertRefused(signed("{\"alg\":\"RS256\",\"typ\":\"JWT\"}", claims(Map.of()), "HmacSHA256"));
        assertRefused(signed("{\"alg\":\"none\",\"typ\":\"JWT\"}", claims(Map.of()), "HmacSHA256"));
    }

    @Test
    void aHeaderThatAsksForAKeyOrAnExtensionIsRefused() {
        for (String member : new String[] {"\"kid\":\"../../dev/null\"", "\"jku\":\"http://127.0.0.1:1/keys\"", "\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}",
                "\"crit\":[\"exp\"]", "\"x5u\":\"http://127.0.0.1:1/\"", "\"b64\":false", "\"anything\":1"}) {
            assertRefused(signed("{\"alg\":\"HS256\",\"typ\":\"JWT\"," + member + "}", claims(Map.of()), "HmacSHA256"));
        }
    }

    @Test
    void claimsThatAreMissingWrongOrDoubledAreRefused() {
        assertRefused(token(claims(Map.of("exp", Instant.now().minusSeconds(1).getEpochSecond()))));
        assertRefused(token(claims(Map.of("exp", "never"))));
        assertRefused(token(without("exp")));
        assertRefused(token(without("iat")));
        assertRefused(token(without("sid")));
        assertRefused(token(without("token_type")));
        assertRefused(token(without("aud")));
        assertRefused(token(claims(Map.of("token_type", "refresh"))));
        assertRefused(token(claims(Map.of("aud", "someone-else"))));
        assertRefused(token(claims(Map.of("sub", people.citizen().id().toString()))));
        assertRefused(token(claims(Map.of("sub", "' OR 1=1 --"))));
        String twice = claims(Map.of());
        assertRefused(token(twice.substring(0, twice.length() - 1) + ",\"sub\":\"" + people.citizen().id() + "\"}"));
    }

    @Test
    void whatIsNoTokenIsRefused() {
        for (String nonsense : new String[] {"x", "a.b", "a.b.c", "a.b.c.d.e", "..", person.accessToken() + ".x", "A".repeat(6_000)}) {
            assertRefused(nonsense);
        }
        assertRefused(token(claims(Map.of("pad", "x".repeat(4_000)))));
    }

    @Test
    void aTokenInTheAddressIsNotLookedAt() {
        assertThat(api.get("/api/auth/me/?token=" + person.accessToken()).status()).isEqualTo(401);
        assertThat(api.get("/api/auth/me/?access_token=" + person.accessToken()).status()).isEqualTo(401);
    }

    private void assertRefused(String token) {
        assertAnswer(401, token);
    }

    private void assertAnswer(int status, String token) {
        var answer = api.as(token).get("/api/auth/me/");
        assertThat(answer.status()).as(token).isEqualTo(status);
        if (status == 401) {
            assertThat(answer.text()).as("one message for all").isEqualTo(api.as("x").get("/api/auth/me/").text());
            assertThat(answer.body().get("code").asString()).isEqualTo("token_not_valid");
        }
    }

    private String token(String claims) {
        return signed(HEADER, claims, "HmacSHA256");
    }

    private String claims(Map<String, Object> other) {
        var claims = new LinkedHashMap<String, Object>(Map.of("sub", person.id().toString(), "sid", person.viewer().sessionId().toString(),
                "aud", "cleancare", "jti", java.util.UUID.randomUUID().toString(), "token_type", "access",
                "iat", Instant.now().getEpochSecond(), "exp", Instant.now().plusSeconds(600).getEpochSecond()));
        claims.putAll(other);
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(claims);
    }

    private String without(String claim) {
        var node = (tools.jackson.databind.node.ObjectNode) tools.jackson.databind.json.JsonMapper.shared().readTree(claims(Map.of()));
        return node.remove(java.util.List.of(claim)).toString();
    }

    private String signed(String header, String claims, String algorithm) {
        try {
            String input = base64(header) + "." + base64(claims);
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secrets.tokenKey(), algorithm));
            return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(input.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

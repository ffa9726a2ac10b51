package bd.cleancare.payments.gateway.nagad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bd.cleancare.payments.gateway.GatewayFault;
import bd.cleancare.payments.gateway.GatewaySettings;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keys change without a day on which nobody can pay: while both are configured, either may have signed. */
class NagadSealTest {

    private final KeyPair merchant = rsa();
    private final KeyPair former = rsa();
    private final KeyPair coming = rsa();

    @Test
    void eitherOfTwoConfiguredKeysMayHaveSignedAndNoOther() throws Exception {
        NagadSeal ours = seal(merchant, coming, former);
        for (KeyPair signer : List.of(coming, former)) {
            assertThat(ours.open(fromNagad(signer)).path("orderId").asString()).isEqualTo("INV1");
        }
        assertThatThrownBy(() -> ours.open(fromNagad(rsa()))).isInstanceOf(GatewayFault.class);
        assertThatThrownBy(() -> seal(merchant, coming).open(fromNagad(former))).as("after the former was taken out").isInstanceOf(GatewayFault.class);
    }

    @Test
    void newKeyEncryptsAsSoonAsItStandsFirst() throws Exception {
        JsonNode sent = json(seal(merchant, coming, former).seal("sensitiveData", Map.of("orderId", "INV1")));
        assertThat(seal(coming, merchant).open(sent).path("orderId").asString()).isEqualTo("INV1");
        assertThatThrownBy(() -> seal(former, merchant).open(sent)).isInstanceOf(GatewayFault.class);
    }

    /** Nagad's side is the same work with the keys exchanged. */
    private JsonNode fromNagad(KeyPair signer) {
        return json(seal(signer, merchant).seal("sensitiveData", Map.of("orderId", "INV1")));
    }

    private static JsonNode json(Map<String, Object> sealed) {
        return JsonMapper.builder().build().valueToTree(sealed);
    }

    private static NagadSeal seal(KeyPair own, KeyPair... theirs) {
        var publicKeys = java.util.Arrays.stream(theirs).map(pair -> base64(pair.getPublic())).toList();
        return new NagadSeal(new GatewaySettings.Nagad("", "M", base64(own.getPrivate()), publicKeys, "127.0.0.1", Duration.ofDays(1)));
    }

    private static String base64(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

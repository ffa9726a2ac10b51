package bd.cleancare.payments;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@AppTest
class ServiceTypeTest {

    private static final String BOATS = "/api/payments/service-types/boat-licence/";

    @Autowired Api api;
    @Autowired People people;

    @Test
    void aServiceIsAddedAndChangedAndIsActiveUnlessItIsSaidNotToBe() {
        Api mayor = api.as(people.superAdmin().accessToken());

        JsonNode added = mayor.put(BOATS, boats(Map.of("free_amount", true))).body();
        assertThat(added.path("free_amount").booleanValue()).isTrue();
        assertThat(added.path("active").booleanValue()).isTrue();

        JsonNode words = mayor.put(BOATS, boats(Map.of("free_amount", "false", "active", ""))).body();
        assertThat(words.path("free_amount").booleanValue()).as("older clients send words").isFalse();
        assertThat(words.path("active").booleanValue()).isTrue();

        var refused = mayor.put(BOATS, boats(Map.of("active", "perhaps")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("active").isEmpty()).isFalse();

        mayor.put(BOATS, boats(Map.of("active", false)));
        assertThat(api.get("/api/payments/service-types/").body().path("service_types").valueStream()
                .filter(type -> type.path("code").asString().equals("boat-licence")).map(type -> type.path("active").booleanValue())).containsExactly(false);
    }

    @Test
    void onlySuperAdminsNameServices() {
        assertThat(api.as(people.admin().accessToken()).put(BOATS, boats(Map.of())).status()).isEqualTo(403);
    }

    private static Map<String, Object> boats(Map<String, Object> more) {
        var fields = new HashMap<String, Object>(more);
        fields.putAll(Map.of("name_bn", "নৌকার লাইসেন্স", "name_en", "Boat licence", "receipt_series", "BL"));
        return fields;
    }
}

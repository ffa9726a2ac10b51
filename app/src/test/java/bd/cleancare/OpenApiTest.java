package bd.cleancare;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class OpenApiTest {

    private static final Path COMMITTED = Path.of("../docs/openapi.yaml");

    @Autowired
    Api api;

    /** After a wanted change: {@code bin/test -Dopenapi.update=true -Dtest=OpenApiTest} writes the document anew. */
    @Test
    void committedDescriptionIsTheOneTheCodeGives() throws IOException {
        String generated = api.get("/api/schema.yaml").text();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, generated);
        }
        assertThat(generated).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void everyBodyThatIsReadIsDescribed() {
        var operations = api.get("/api/schema/").body().path("paths");

        assertThat(operations.isEmpty()).isFalse();
        operations.propertyStream().forEach(path -> path.getValue().propertyStream().forEach(operation -> {
            if (operation.getKey().equals("put") || operation.getKey().equals("patch")) {
                assertThat(operation.getValue().has("requestBody")).as(operation.getKey() + " " + path.getKey()).isTrue();
            }
        }));
    }

    @Test
    void documentationPageOpensInABrowser() {
        assertThat(api.get("/api/docs/").status()).isIn(200, 302);
    }
}

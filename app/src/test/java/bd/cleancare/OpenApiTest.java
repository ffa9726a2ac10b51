package bd.cleancare;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.complaints.Category;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

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
    void everyOperationSaysWhatItDoesAndHasAnIdOfItsOwn() {
        var ids = new ArrayList<String>();
        api.get("/api/schema/").body().path("paths").propertyStream().forEach(path -> path.getValue().propertyStream().forEach(operation -> {
            String where = operation.getKey() + " " + path.getKey();
            assertThat(operation.getValue().path("summary").asString("")).as(where).isNotBlank();
            ids.add(operation.getValue().path("operationId").asString(""));
        }));

        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().allSatisfy(id -> assertThat(id).matches("[a-z][A-Za-z]+"));
    }

    @Test
    void closedListsAreGivenWordByWord() {
        var paths = api.get("/api/schema/").body().path("paths");
        var filed = properties(paths.path("/api/complaints").path("post"));

        assertThat(words(filed.path("category"))).isEqualTo(Arrays.stream(Category.values()).map(Category::word).toList());
        assertThat(words(filed.path("priority"))).containsExactly("উচ্চ", "মধ্যম", "নিম্ন");
        assertThat(filed.path("title").has("enum")).isFalse();
        assertThat(words(properties(paths.path("/api/complaints/{id}/update_status").path("post")).path("new_status")))
                .isEqualTo(Arrays.stream(ComplaintStatus.values()).map(ComplaintStatus::word).toList());
        assertThat(words(properties(paths.path("/api/payments/process").path("post")).path("payment_method"))).containsExactly("bkash", "nagad", "rocket", "upay");
        assertThat(words(properties(paths.path("/api/payments/bills/{id}/counter").path("post")).path("payment_method"))).containsExactly("cash", "cheque");
        var filter = paths.path("/api/complaints").path("get").path("parameters").valueStream().filter(each -> each.path("name").asString().equals("priority")).findFirst();
        assertThat(words(filter.orElseThrow().path("schema"))).containsExactly("উচ্চ", "মধ্যম", "নিম্ন");
    }

    private static JsonNode properties(JsonNode operation) {
        return operation.path("requestBody").path("content").path("application/json").path("schema").path("properties");
    }

    private static List<String> words(JsonNode schema) {
        return schema.path("enum").valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void documentationPageOpensInABrowser() {
        assertThat(api.get("/api/docs/").status()).isIn(200, 302);
    }
}

package bd.cleancare;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.Api.Part;
import bd.cleancare.testing.Installation;
import bd.cleancare.testing.TestDatabase;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What {@code bin/package} builds and {@code bin/start} runs, whose beans are computed ahead and not as every other test's are. */
class InstallationTest {

    private static final String PHONE = "01711000099";
    private static final String PASSWORD = "first-of-the-city-1";

    @BeforeAll
    static void packageIt() throws Exception {
        assertThat(Installation.run("", Map.of(), "bin/package").exitCode()).isZero();
    }

    @Test
    void aCityGoesLiveAndFilesItsFirstComplaint(@TempDir Path data) throws Exception {
        Map<String, String> settings = Installation.settings(TestDatabase.freshDatabase(), data);
        var made = Installation.run(PASSWORD + "\n", settings, "bin/create-superadmin", "--phone", PHONE, "--name", "নগর ভবন");
        assertThat(made.output()).contains("can log in now").doesNotContain(PASSWORD);
        try (var city = Installation.start(settings)) {
            Api api = city.api();
            assertThat(city.log()).contains("AOT-processed");
            assertThat(api.get("/actuator/health/").body().path("status").asString()).isEqualTo("UP");
            assertThat(api.get("/sandbox/sms/").status()).isEqualTo(404);
            assertThat(api.get("/sign-in/").text()).contains("কোড পাঠান");
            assertThat(api.post("/api/auth/login/", Map.of("phone", PHONE, "password", "wrong-password")).status()).isEqualTo(401);
            String token = api.post("/api/auth/login/", Map.of("phone", PHONE, "password", PASSWORD)).body().path("access_token").asString();
            filesAndMoves(api.as(token));
            assertThat(api.get("/api/schema.yaml").text()).isEqualTo(Files.readString(Path.of("../docs/openapi.yaml")));
        }
    }

    @Test
    void anotherProfileMissingKeysOrNoDatabaseKeepItFromStarting(@TempDir Path data) throws Exception {
        Map<String, String> settings = Installation.settings(TestDatabase.freshDatabase(), data);
        var demo = Installation.run("", Installation.with(settings, "SPRING_PROFILES_ACTIVE", "demo"), "bin/start");
        assertThat(demo.exitCode()).isEqualTo(1);
        assertThat(demo.output()).contains("packaged for prod");
        var keyless = Installation.run("", Installation.with(Installation.with(settings, "CLEANCARE_SECRETS_TOKENKEY", ""), "CLEANCARE_SECRETS_CODEKEY", "*"),
                "bin/start", "--server.port=0");
        assertThat(keyless.exitCode()).isEqualTo(1);
        assertThat(keyless.output()).contains("cleancare.secrets.token-key is not set; cleancare.secrets.code-key is not base64");
        assertThat(data).isEmptyDirectory();
        var homeless = Installation.run("", Installation.with(settings, "SPRING_DATASOURCE_URL", ""), "bin/start", "--server.port=0");
        assertThat(homeless.exitCode()).isEqualTo(1);
        assertThat(homeless.output()).contains("spring.datasource.url is not set");
    }

    private static void filesAndMoves(Api api) throws Exception {
        JsonNode filed = api.post("/api/complaints/", Map.of("title", "ড্রেন উপচে পড়ছে", "description", "তিন দিন ধরে রাস্তায় পানি", "category", "পানি সরবরাহ",
                "priority", "উচ্চ", "location", "শাপলা সড়ক", "latitude", "23.81", "longitude", "90.41")).body();
        String path = "/api/complaints/" + filed.path("id").asString() + "/";
        Part photo = Part.photo("drain.jpg", Files.readAllBytes(Path.of("../docs/walkthrough.jpg")));
        assertThat(api.upload(path + "upload_images/", photo).status()).isEqualTo(201);
        assertThat(api.post(path + "update_status/", Map.of("new_status", "প্রক্রিয়াধীন", "comment", "দল পাঠানো হয়েছে")).status()).isEqualTo(200);
        JsonNode read = api.get(path).body();
        assertThat(read.path("status").asString()).isEqualTo("প্রক্রিয়াধীন");
        String image = read.path("images").path(0).path("image_url").asString();
        assertThat(api.get(URI.create(image).getRawPath()).header("Content-Type")).isEqualTo("image/jpeg");
    }
}

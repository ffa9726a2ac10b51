package bd.cleancare.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the contract promises of every path under {@code /api/}. */
@AppTest
class EverywhereTest {

    private static final Map<String, Object> COMPLAINT = Map.of("title", "ড্রেন", "description", "পানি", "category", "পরিচ্ছন্নতা", "priority", "উচ্চ",
            "location", "রোড ৪", "no_such_member", List.of(Map.of()));

    @Autowired
    Api http;
    @Autowired
    People people;

    @Test
    void answersAreUtf8JsonInSnakeCaseWithTimesThatHaveAnOffsetAndUnknownMembersAreIgnored() {
        var citizen = people.citizen();
        var filed = http.as(citizen.accessToken()).post("/api/complaints/", COMPLAINT);
        assertThat(filed.status()).isEqualTo(201);
        assertThat(filed.header("Content-Type")).startsWith("application/json");
        assertThat(filed.text()).contains("ড্রেন");
        assertThat(filed.body().propertyNames()).allMatch(name -> name.matches("[a-z0-9_]+"));
        assertThat(OffsetDateTime.parse(filed.body().get("created_at").asString())).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/me", "/api/complaints", "/api/payments/history", "/api/wards", "/api/auth/login", "/api/payments/process"})
    void pathsAnswerAlikeWithAndWithoutTheirSlash(String path) {
        var citizen = http.as(people.citizen().accessToken());
        boolean reads = !path.endsWith("login") && !path.endsWith("process");
        int without = (reads ? citizen.get(path) : citizen.post(path, Map.of())).status();
        int with = (reads ? citizen.get(path + "/") : citizen.post(path + "/", Map.of())).status();
        assertThat(without).isEqualTo(with).isNotIn(301, 302, 307, 308, 404);
    }

    @Test
    void whoHasNoTokenAndWhoseTokenIsNoneAreTold() {
        var nobody = http.get("/api/complaints/");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.body().get("detail").asString()).isNotBlank();
        var bad = http.as("not.a.token").get("/api/complaints/");
        assertThat(bad.status()).isEqualTo(401);
        assertThat(bad.body().get("detail").asString()).isNotBlank();
        assertThat(bad.body().get("code").asString()).isEqualTo("token_not_valid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "[]", "\"text\"", "42", "null", "{\"title\": {\"a\": 1}}", "{\"title\": [1]}", "{\"title\": true}", "{\"title\": \"a\\u0000b\"}", "{\"latitude\": \"1e999999999\"}"})
    void noBodyIsOurFailure(String body) {
        var citizen = http.as(people.citizen().accessToken());
        for (String path : List.of("/api/complaints/", "/api/payments/process/", "/api/auth/register/", "/api/auth/verify-otp/", "/api/auth/refresh/")) {
            assertThat(citizen.post(path, body).status()).as(path + " " + body).isEqualTo(400);
        }
        assertThat(http.post("/api/auth/login/", body).status()).as("login " + body).isIn(400, 401);
    }

    @Test
    void whatIsNotJsonHasADetail() {
        var answer = http.as(people.citizen().accessToken()).post("/api/complaints/", "{");
        assertThat(answer.body().get("detail").asString()).isNotBlank();
        assertThat(answer.body().get("message_bn").asString()).isNotBlank();
        assertThat(answer.body().get("message_en").asString()).isNotBlank();
        assertThat(answer.body().get("status").asInt()).isEqualTo(400);
        assertThat(answer.body().get("code").asString()).isNotBlank();
    }

    @Test
    void wrongMethodsUnknownPathsAndUnknownIdsHaveADetail() {
        var citizen = http.as(people.citizen().accessToken());
        for (var answer : List.of(citizen.delete("/api/complaints/"), citizen.post("/api/auth/me/", Map.of()), citizen.get("/api/payments/process/"))) {
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.body().get("detail").asString()).isNotBlank();
        }
        for (String path : List.of("/api/no-such-thing/", "/api/complaints/019a0000-0000-7000-8000-000000000000/", "/api/complaints/x/", "/api/payments/019a0000-0000-7000-8000-000000000000/")) {
            assertThat(citizen.get(path).status()).as(path).isEqualTo(404);
            assertThat(citizen.get(path).body().get("detail").asString()).isNotBlank();
        }
    }

    @Test
    void banglaWordsCompareInEveryUnicodeForm() {
        var citizen = people.citizen();
        for (var form : Normalizer.Form.values()) {
            var body = new java.util.HashMap<>(COMPLAINT);
            body.put("category", Normalizer.normalize("বিদ্যুৎ", form));
            body.put("priority", Normalizer.normalize("মধ্যম", form));
            assertThat(http.as(citizen.accessToken()).post("/api/complaints/", body).status()).as(form.name()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "http://127.0.0.1:3000"})
    void webAppsOfTheSettingsMayCallAlsoWhereTheAnswerIsAnError(String origin) {
        var preflight = http.send(http.with("Origin", origin).with("Access-Control-Request-Method", "PATCH").with("Access-Control-Request-Headers", "authorization,content-type")
                .request("/api/complaints/").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("GET", "POST", "PUT", "PATCH", "DELETE");
        assertThat(preflight.header("Access-Control-Allow-Headers")).containsIgnoringCase("authorization").containsIgnoringCase("content-type");
        for (String path : List.of("/api/complaints/", "/api/no-such-thing/", "/api/dashboard/kpi/")) {
            assertThat(http.with("Origin", origin).get(path).header("Access-Control-Allow-Origin")).as(path).isEqualTo(origin);
        }
        assertThat(http.with("Origin", "https://elsewhere.example").get("/api/wards/").header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void pagesAreNumberedAndLinkedAbsolutelyWithTheirFilters() {
        var citizen = people.citizen();
        for (int i = 0; i < 5; i++) {
            http.as(citizen.accessToken()).post("/api/complaints/", COMPLAINT);
        }
        var page = http.as(citizen.accessToken()).get("/api/complaints/?page_size=2&page=2&ordering=created_at").body();
        assertThat(page.propertyNames()).containsExactlyInAnyOrder("count", "next", "previous", "results");
        assertThat(page.get("count").asInt()).isEqualTo(5);
        assertThat(page.get("results").size()).isEqualTo(2);
        URI next = URI.create(page.get("next").asString());
        assertThat(next.isAbsolute()).isTrue();
        assertThat(next.getQuery()).contains("page=3", "page_size=2", "ordering=created_at");
        assertThat(http.as(citizen.accessToken()).get(next.getPath() + "?" + next.getRawQuery()).body().get("next").isNull()).isTrue();
        for (String wrong : List.of("0", "-1", "x", "99", "1.5", "")) {
            var answer = http.as(citizen.accessToken()).get("/api/complaints/?page=" + wrong);
            assertThat(answer.status()).as("page " + wrong).isEqualTo(404);
            assertThat(answer.body().get("detail").asString()).isEqualTo("Invalid page.");
        }
        assertThat(http.as(citizen.accessToken()).get("/api/complaints/?page_size=100000").body().get("results").size()).isEqualTo(5);
    }
}

package bd.cleancare.complaints;

import static bd.cleancare.complaints.Desk.body;
import static bd.cleancare.complaints.Desk.file;
import static bd.cleancare.complaints.Desk.path;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@AppTest
class ComplaintApiTest {

    @Autowired
    Api http;
    @Autowired
    People people;

    Person citizen;
    Api api;

    @BeforeEach
    void aCitizen() {
        citizen = people.citizen();
        api = http.as(citizen.accessToken());
    }

    @Test
    void aFiledComplaintHasEveryFieldOfTheContract() {
        var filed = api.post("/api/complaints/", body("latitude", "23.80795900", "longitude", 90.40516, "ward_number", "৬"));

        assertThat(filed.status()).isEqualTo(201);
        JsonNode complaint = filed.body();
        assertThat(complaint.propertyNames()).contains("id", "tracking_number", "user", "user_name", "title", "description", "category", "priority",
                "status", "location", "latitude", "longitude", "ward_number", "assigned_to", "assigned_to_name", "created_at", "updated_at",
                "resolved_at", "images");
        assertThat(complaint.get("tracking_number").asString()).matches("^CC20\\d{6}[0-9A-Z]{4,10}$");
        assertThat(complaint.get("user").asString()).isEqualTo(citizen.id().toString());
        assertThat(complaint.get("user_name").asString()).startsWith("Person ");
        assertThat(complaint.get("status").asString()).isEqualTo(Normalizer.normalize(Desk.SUBMITTED, Normalizer.Form.NFC));
        assertThat(complaint.get("latitude").asString()).isEqualTo("23.80795900");
        assertThat(complaint.get("longitude").asString()).isEqualTo("90.40516000");
        assertThat(complaint.get("ward_number").asString()).isEqualTo("6");
        assertThat(complaint.get("assigned_to").isNull()).isTrue();
        assertThat(complaint.get("resolved_at").isNull()).isTrue();
        assertThat(complaint.get("images").isArray()).isTrue();
        assertThat(OffsetDateTime.parse(complaint.get("created_at").asString())).isAfter(OffsetDateTime.now().minusMinutes(1));
        assertThat(filed.header("ETag")).isEqualTo("\"1\"");
        assertThat(filed.header("Location")).isEqualTo(path(complaint));
        assertThat(api.get(path(complaint)).body()).isEqualTo(complaint);
        assertThat(api.get("/api/complaints/" + complaint.get("id").asString()).body()).isEqualTo(complaint);
    }

    @Test
    void theWorkflowsFieldsAreIgnoredInWhatACitizenSends() {
        JsonNode filed = file(http, citizen, "status", Desk.RESOLVED, "resolved_at", "2026-01-01T00:00:00Z", "assigned_to", citizen.id().toString(),
                "tracking_number", "CC202601010000", "user", people.citizen().id().toString(), "version", 9);
        assertUntouched(filed);

        var patched = api.patch(path(filed), Map.of("status", Desk.RESOLVED, "resolved_at", "2026-01-01T00:00:00Z", "assigned_to", citizen.id().toString(),
                "tracking_number", "CC202601010000", "title", "নতুন"));
        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.body().get("title").asString()).isEqualTo("নতুন");
        assertUntouched(patched.body());

        var put = api.put(path(filed), body("status", Desk.CANCELLED, "assigned_to", citizen.id().toString()));
        assertThat(put.status()).isEqualTo(200);
        assertUntouched(put.body());
        assertThat(api.get(path(filed, "updates")).body().size()).isZero();
    }

    private void assertUntouched(JsonNode complaint) {
        assertThat(ComplaintStatus.ofWord(complaint.get("status").asString())).contains(ComplaintStatus.SUBMITTED);
        assertThat(complaint.get("resolved_at").isNull()).isTrue();
        assertThat(complaint.get("assigned_to").isNull()).isTrue();
        assertThat(complaint.get("user").asString()).isEqualTo(citizen.id().toString());
        assertThat(complaint.get("tracking_number").asString()).isNotEqualTo("CC202601010000");
    }

    @Test
    void everyMissingOrBlankFieldIsNamedAtOnce() {
        for (var answer : List.of(api.post("/api/complaints/", "{}"),
                api.post("/api/complaints/", body("title", " ", "description", "", "category", "", "priority", "\u200c", "location", "\t")))) {
            assertThat(answer.status()).isEqualTo(400);
            for (String field : List.of("title", "description", "category", "priority", "location")) {
                assertThat(answer.body().get(field).isArray()).as(field).isTrue();
            }
        }
    }

    @Test
    void badValuesAreFieldErrors() {
        assertBad("title", "ক".repeat(201));
        assertBad("location", "ক".repeat(256));
        assertBad("category", "মশা");
        assertBad("priority", "high");
        assertBad("latitude", "90.1");
        assertBad("latitude", "NaN");
        assertBad("longitude", "-180.5");
        assertBad("ward_number", "12345678901");
        assertBad("title", List.of("a"));
        assertBad("title", Map.of());
        assertBad("title", "a\0b");
        assertBad("latitude", true);
    }

    private void assertBad(String field, Object value) {
        var body = body("latitude", "1", "longitude", "1");
        body.put(field, value);
        var answer = api.post("/api/complaints/", body);
        assertThat(answer.status()).as(field + " " + value).isEqualTo(400);
        assertThat(answer.body().get(field).get(0).asString()).isNotBlank();
    }

    @Test
    void lengthsCountCharactersAndBanglaComparesInAnyUnicodeForm() {
        String nfd = Normalizer.normalize("পরিচ্ছন্নতা", Normalizer.Form.NFD);
        JsonNode filed = file(http, citizen, "title", "😀".repeat(200), "category", nfd, "status", Normalizer.normalize(Desk.SUBMITTED, Normalizer.Form.NFD));

        assertThat(filed.get("title").asString()).isEqualTo("😀".repeat(200));
        assertThat(filed.get("category").asString()).isEqualTo("পরিচ্ছন্নতা");
    }

    @Test
    void halfAPlaceIsNoPlace() {
        var answer = api.post("/api/complaints/", body("latitude", "23.8"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().has("longitude")).isTrue();
        assertThat(file(http, citizen, "latitude", null, "longitude", null).get("latitude").isNull()).isTrue();
    }

    @Test
    void bodiesThatAreNoObjectAreRefused() {
        for (String body : List.of("", "[]", "1", "{", "null", "\"x\"")) {
            var answer = api.post("/api/complaints/", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
        }
        assertThat(api.post("/api/complaints/", "[]").body().has("detail")).isTrue();
    }

    @Test
    void aFormFilesAsJsonDoes() {
        var request = http.as(citizen.accessToken()).request("/api/complaints/").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("title=T&description=D&location=L&category="
                        + java.net.URLEncoder.encode("অন্যান্য", java.nio.charset.StandardCharsets.UTF_8) + "&priority="
                        + java.net.URLEncoder.encode("নিম্ন", java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(http.send(request).status()).isEqualTo(201);
    }

    @Test
    void putNeedsEveryRequiredFieldAndPatchChangesWhatItNames() {
        JsonNode filed = file(http, citizen, "latitude", "20.0", "longitude", "80.0", "ward_number", "7");

        var put = api.put(path(filed), Map.of("title", "শুধু শিরোনাম"));
        assertThat(put.status()).isEqualTo(400);
        assertThat(put.body().has("description")).isTrue();

        var patched = api.patch(path(filed), Map.of("location", "অন্য রাস্তা")).body();
        assertThat(patched.get("location").asString()).isEqualTo("অন্য রাস্তা");
        assertThat(patched.get("ward_number").asString()).isEqualTo("7");
        assertThat(patched.get("latitude").asString()).isEqualTo("20.00000000");
        assertThat(patched.get("version").asInt()).isEqualTo(2);
        assertThat(api.patch(path(filed), Map.of("location", "অন্য রাস্তা")).body().get("version").asInt()).as("nothing changed").isEqualTo(2);
        assertThat(api.patch(path(filed), Map.of("title", "")).status()).isEqualTo(400);
        assertThat(api.patch(path(filed), Map.of("category", "x")).status()).isEqualTo(400);

        JsonNode edit = api.get(path(filed, "history")).body().get(0);
        assertThat(edit.get("kind").asString()).isEqualTo("edited");
        assertThat(edit.at("/details/location/0").asString()).isEqualTo("রোড ৪, ব্লক খ");
        assertThat(edit.at("/details/location/1").asString()).isEqualTo("অন্য রাস্তা");
    }

    @Test
    void theOwnerDeletesWhatNobodyHandled() {
        JsonNode filed = file(http, citizen);
        Person admin = people.admin();
        assertThat(http.as(admin.accessToken()).delete(path(filed)).status()).isEqualTo(403);

        assertThat(api.delete(path(filed)).status()).isEqualTo(204);
        assertThat(api.get(path(filed)).status()).isEqualTo(404);
        assertThat(api.delete(path(filed)).status()).isEqualTo(404);
    }

    @Test
    void whatStaffHandledStays() {
        Person admin = people.admin();
        JsonNode moved = file(http, citizen);
        Desk.move(http, admin, moved, Desk.IN_PROGRESS);
        Desk.move(http, admin, moved, Desk.SUBMITTED);
        JsonNode spokenTo = file(http, citizen);
        http.as(admin.accessToken()).post(path(spokenTo, "comments"), Map.of("comment", "দেখছি"));

        for (JsonNode handled : List.of(moved, spokenTo)) {
            var answer = api.delete(path(handled));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body().get("code").asString()).isEqualTo("already_handled");
        }
    }

    @Test
    void unknownIdsAndWrongMethodsAreAnsweredInTheContractsWay() {
        for (String id : List.of("00000000-0000-0000-0000-000000000000", "17", "x%27y", "not-a-uuid")) {
            for (var answer : List.of(api.get("/api/complaints/" + id + "/"), api.delete("/api/complaints/" + id + "/"),
                    api.patch("/api/complaints/" + id + "/", "{}"), api.post("/api/complaints/" + id + "/update_status/", "{}"))) {
                assertThat(answer.status()).as(id).isEqualTo(404);
                assertThat(answer.body().has("detail")).isTrue();
            }
        }
        assertThat(api.delete("/api/complaints/").status()).isEqualTo(405);
        assertThat(http.get("/api/complaints/").status()).isEqualTo(401);
        assertThat(http.as("nonsense").post("/api/complaints/", body()).body().get("code").asString()).isEqualTo("token_not_valid");
    }

    @Test
    void theSameKeyAndRequestAreOneComplaint() {
        var once = api.with("Idempotency-Key", "k-1").post("/api/complaints/", body());
        var again = api.with("Idempotency-Key", "k-1").post("/api/complaints/", body("status", "ignored"));
        var other = api.with("Idempotency-Key", "k-1").post("/api/complaints/", body("title", "অন্য"));
        var somebodyElse = http.as(people.citizen().accessToken()).with("Idempotency-Key", "k-1").post("/api/complaints/", body());

        assertThat(once.status()).isEqualTo(201);
        assertThat(once.header("Idempotent-Replayed")).isNull();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(once.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(somebodyElse.body().get("id")).isNotEqualTo(once.body().get("id"));
        assertThat(api.with("Idempotency-Key", "k".repeat(256)).post("/api/complaints/", body()).status()).isEqualTo(400);
    }

    @Test
    void aWriterWhoSawAnOldVersionLosesNothingOfAnyone() {
        JsonNode filed = file(http, citizen);
        api.patch(path(filed), Map.of("title", "প্রথম"));

        for (var stale : List.of(api.with("If-Match", "\"1\"").patch(path(filed), Map.of("title", "দ্বিতীয়")),
                api.patch(path(filed), Map.of("title", "দ্বিতীয়", "version", 1)),
                http.as(people.admin().accessToken()).with("If-Match", "\"1\"").post(path(filed, "update_status"), Map.of("new_status", Desk.IN_PROGRESS)))) {
            assertThat(stale.status()).isEqualTo(409);
            assertThat(stale.body().get("code").asString()).isEqualTo("version_conflict");
            assertThat(stale.body().at("/complaint/title").asString()).isEqualTo("প্রথম");
            assertThat(stale.body().at("/complaint/version").asInt()).isEqualTo(2);
        }
        var fresh = api.with("If-Match", "\"2\"").patch(path(filed), Map.of("title", "দ্বিতীয়"));
        assertThat(fresh.status()).isEqualTo(200);
        assertThat(fresh.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void anybodyFollowsAComplaintByItsNumberWithoutLearningWhoFiledIt() {
        JsonNode filed = file(http, citizen, "ward_number", "4");
        Desk.move(http, people.admin(), filed, Desk.IN_PROGRESS);
        String number = filed.get("tracking_number").asString();

        var tracked = http.get("/api/complaints/track/" + number.toLowerCase() + "/");

        assertThat(tracked.status()).isEqualTo(200);
        assertThat(ComplaintStatus.ofWord(tracked.body().get("status").asString())).contains(ComplaintStatus.IN_PROGRESS);
        assertThat(tracked.body().get("ward_number").asString()).isEqualTo("4");
        assertThat(tracked.body().at("/updates/0/comment").asString()).startsWith("→");
        assertThat(tracked.text()).doesNotContain("Person", citizen.id().toString(), filed.get("title").asString(), filed.get("location").asString());
        char last = number.charAt(17);
        assertThat(http.get("/api/complaints/track/" + number.substring(0, 17) + (last == 'A' ? 'B' : 'A')).body().get("code").asString())
                .isEqualTo("tracking_mistyped");
        assertThat(http.get("/api/complaints/track/x/").status()).isEqualTo(404);
    }
}

package bd.cleancare.complaints;

import static bd.cleancare.complaints.Desk.file;
import static bd.cleancare.complaints.Desk.path;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.media.TestPhotos;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.Api.Part;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@AppTest
class ComplaintPhotoTest {

    static final byte[] JPEG = TestPhotos.jpeg(320, 240);

    @Autowired
    Api http;
    @Autowired
    People people;
    @Autowired
    JdbcClient db;

    Person citizen;
    Api api;

    @BeforeEach
    void aCitizen() {
        citizen = people.citizen();
        api = http.as(citizen.accessToken());
    }

    @Test
    void uploadedPhotosAreAnsweredListedAndFetched() {
        JsonNode complaint = file(http, citizen);

        var uploaded = api.upload(path(complaint, "upload_images"), Part.photo("../রাস্তা.jpg", JPEG), Part.photo("b.jpg", JPEG));

        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        assertThat(uploaded.body().get("message").asString()).isEqualTo("2 images uploaded successfully");
        JsonNode image = uploaded.body().at("/images/0");
        assertThat(image.propertyNames()).contains("id", "image_url", "image_name", "file_size", "uploaded_at", "exif_place");
        assertThat(image.get("image_name").asString()).isEqualTo("রাস্তা.jpg");
        JsonNode read = api.get(path(complaint)).body();
        assertThat(read.at("/images/0/id")).isEqualTo(image.get("id"));
        assertThat(read.at("/images/0/image_url")).isEqualTo(image.get("image_url"));
        assertThat(read.get("images").size()).isEqualTo(2);
        assertThat(read.get("version").asInt()).isEqualTo(2);
        assertThat(api.get("/api/complaints/").body().at("/results/0/images").size()).isEqualTo(2);

        var picture = api.get(image.get("image_url").asString());
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(picture.bytes()).hasSize(image.get("file_size").asInt());
        assertThat(api.get(read.at("/images/0/thumbnail_url").asString()).status()).isEqualTo(200);
        assertThat(api.get(path(complaint, "history")).body().at("/0/details/count").asInt()).isEqualTo(2);
    }

    @Test
    void aPhotoIsWrittenAlikeInEveryAnswer() {
        JsonNode complaint = file(http, citizen);
        JsonNode uploaded = api.upload(path(complaint, "upload_images"), Part.photo("রাস্তা.jpg", JPEG)).body().at("/images/0");
        ((ObjectNode) uploaded).remove("exif_place");

        var read = api.get(path(complaint));
        assertThat(read.body().at("/images/0")).isEqualTo(uploaded);
        assertThat(read.text()).contains(uploaded.toString());
        assertThat(api.get("/api/complaints/").text()).contains(uploaded.toString());
        assertThat(api.patch(path(complaint), Map.of("title", "আরেক নাম")).text()).contains(uploaded.toString());
    }

    @Test
    void theTimeOfAPhotoHasAsManyDecimalsAsOtherTimes() {
        JsonNode complaint = file(http, citizen);
        api.upload(path(complaint, "upload_images"), Part.photo("a.jpg", JPEG));

        for (String time : List.of("2026-01-02T03:04:05Z", "2026-01-02T03:04:05.600Z", "2026-01-02T03:04:05.000700Z", "2026-01-02T03:04:05.123Z", "2026-01-02T03:00:00Z")) {
            db.sql("UPDATE complaint_images SET uploaded_at = ?::timestamptz WHERE complaint_id = ?::uuid").param(time).param(complaint.get("id").asString()).update();
            assertThat(api.get(path(complaint)).body().at("/images/0/uploaded_at").asString()).isEqualTo(Instant.parse(time).toString()).isEqualTo(time);
        }
    }

    @Test
    void onlyThoseWhoMaySeeTheComplaintFetchItsPhotos() {
        JsonNode complaint = file(http, citizen, "ward_number", "5");
        String url = api.upload(path(complaint, "upload_images"), Part.photo("a.jpg", JPEG)).body().at("/images/0/image_url").asString();

        for (String address : List.of(url, url + "thumbnail/", url.substring(0, url.length() - 1))) {
            assertThat(http.get(address).status()).isEqualTo(401);
            assertThat(http.as(people.citizen().accessToken()).get(address).status()).isEqualTo(404);
            assertThat(http.as(people.serviceProvider().accessToken()).get(address).status()).isEqualTo(404);
            assertThat(http.as(people.admin("6").accessToken()).get(address).status()).isEqualTo(404);
            assertThat(http.as(people.admin("5").accessToken()).get(address).status()).isEqualTo(200);
            assertThat(http.with("Cookie", "session=" + people.cookieOf(citizen)).get(address).status()).isEqualTo(200);
        }
        assertThat(api.get("/media/complaints/none/").status()).isEqualTo(404);
    }

    @Test
    void uploadsAreRefusedInTheContractsWords() {
        JsonNode complaint = file(http, citizen);
        String upload = path(complaint, "upload_images");
        Part good = Part.photo("good.jpg", JPEG);

        assertError(http.as(people.admin().accessToken()).upload(upload, good), 403, "You can only upload images to your own complaints");
        assertError(api.upload(upload, new Part("other", null, null, new byte[1])), 400, "No images provided");
        assertError(api.upload(upload, good, good, good, good, good, good), 400, "Maximum 5 images allowed");
        assertError(api.upload(upload, good, Part.photo("big.jpg", new byte[5 * 1024 * 1024 + 1])), 400, "Image big.jpg is too large. Max 5MB allowed.");
        var text = api.upload(upload, good, Part.photo("page.jpg", "<html>".getBytes(StandardCharsets.UTF_8)));
        assertThat(text.status()).isEqualTo(400);
        assertThat(api.get(path(complaint)).body().get("images").size()).as("all or nothing").isZero();
        assertThat(api.post(upload, "{}").status()).isEqualTo(400);

        assertThat(api.upload(upload, good, good, good).status()).isEqualTo(201);
        assertError(api.upload(upload, good, good, good), 400, "Maximum 5 images allowed");
        assertThat(api.upload(upload, good, good).status()).isEqualTo(201);
        assertError(api.upload(upload, good), 400, "Maximum 5 images allowed");
    }

    private static void assertError(Api.Answer answer, int status, String words) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.body().get("error").asString()).isEqualTo(words);
    }

    @Test
    void aComplaintIsFiledWithItsPhotosOrNotAtAll() {
        var filed = api.upload("/api/complaints/", form(Part.photo("a.jpg", JPEG), Part.photo("b.jpg", JPEG)));
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        assertThat(filed.body().get("images").size()).isEqualTo(2);
        assertThat(api.get(filed.body().at("/images/1/image_url").asString()).status()).isEqualTo(200);
        assertThat(api.get(path(filed.body())).body()).isEqualTo(filed.body());

        assertThat(api.upload("/api/complaints/", form(Part.photo("a.jpg", JPEG), Part.photo("x.jpg", new byte[100]))).status()).isEqualTo(400);
        Part one = Part.photo("a.jpg", JPEG);
        assertThat(api.upload("/api/complaints/", form(one, one, one, one, one, one)).status()).isEqualTo(400);
        assertThat(api.get("/api/complaints/").body().get("count").asInt()).isEqualTo(1);
    }

    @Test
    void aRepeatedRequestWithPhotosIsTheSameComplaint() {
        Api keyed = api.with("Idempotency-Key", "with-photos");
        var once = keyed.upload("/api/complaints/", form(Part.photo("a.jpg", JPEG)));
        var again = keyed.upload("/api/complaints/", form(Part.photo("a.jpg", JPEG)));
        var other = keyed.upload("/api/complaints/", form(Part.photo("a.jpg", TestPhotos.jpeg(200, 200))));

        assertThat(again.body()).isEqualTo(once.body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void aDeletedComplaintTakesItsPhotosAlong() {
        var filed = api.upload("/api/complaints/", form(Part.photo("a.jpg", JPEG))).body();
        String url = filed.at("/images/0/image_url").asString();

        assertThat(api.delete(path(filed)).status()).isEqualTo(204);

        assertThat(api.get(url).status()).isEqualTo(404);
        assertThat(db.sql("SELECT state FROM media WHERE id = ?::uuid").param(filed.at("/images/0/id").asString()).query(String.class).single())
                .isEqualTo("discarded");
    }

    static Part[] form(Part... photos) {
        var parts = new ArrayList<Part>();
        Desk.body().forEach((name, value) -> parts.add(new Part(name, null, "text/plain; charset=utf-8", ((String) value).getBytes(StandardCharsets.UTF_8))));
        parts.addAll(List.of(photos));
        return parts.toArray(Part[]::new);
    }
}

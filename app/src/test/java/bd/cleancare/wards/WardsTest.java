package bd.cleancare.wards;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Squares of a hundredth of a degree far out in the Bay of Bengal, so that no other test's place lies in one of them. */
@AppTest
class WardsTest {

    @Autowired
    Api api;
    @Autowired
    People people;
    @Autowired
    Wards wards;
    @Autowired
    ImportWards command;
    @Autowired
    JdbcClient db;

    @BeforeEach
    void threeWardsSideBySide() {
        var answer = api.as(people.superAdmin().accessToken()).post("/api/wards/import/", collection(
                square("১০", 20.00, 90.00), square("2", 20.00, 90.01), square("12A", 20.01, 90.00)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("imported").asInt()).isEqualTo(3);
    }

    @Test
    void wardsAreListedInTheOrderOfTheirNumbers() {
        var list = api.get("/api/wards/");

        assertThat(list.body().get("results").valueStream().map(ward -> ward.get("number").asString())).containsExactly("2", "10", "12A");
        assertThat(list.body().get("results").get(0).get("name_bn").asString()).isEqualTo("ওয়ার্ড 2");
        assertThat(list.body().get("count").asInt()).isEqualTo(3);
    }

    @Test
    void aWardIsReadWithItsAreaAndAnEtag() {
        var ward = api.get("/api/wards/১০/".replace("১০", "%E0%A7%A7%E0%A7%A6"));

        assertThat(ward.status()).isEqualTo(200);
        assertThat(ward.body().get("number").asString()).isEqualTo("10");
        assertThat(ward.body().at("/geometry/type").asString()).isEqualTo("Polygon");
        assertThat(api.with("If-None-Match", ward.header("ETag")).get("/api/wards/10").status()).isEqualTo(304);
        assertThat(api.get("/api/wards/99/").status()).isEqualTo(404);
    }

    @Test
    void aPlaceIsInTheWardAroundIt() {
        assertThat(at("20.005", "90.005")).isEqualTo("10");
        assertThat(at("২০.০০৫", "৯০.০১৫")).isEqualTo("2");
    }

    @Test
    void aPlaceOnASharedBorderIsInTheLowestNumber() {
        assertThat(at("20.005", "90.01")).isEqualTo("2");
        assertThat(at("20.01", "90.005")).isEqualTo("10");
        assertThat(at("20.01", "90.01")).isEqualTo("2");
    }

    @Test
    void aPlaceOutsideEveryWardHasNone() {
        assertThat(api.get("/api/wards/at/?lat=20.5&lng=90.5").body().get("ward").isNull()).isTrue();
    }

    @Test
    void badCoordinatesAreFieldErrors() {
        var answer = api.get("/api/wards/at/?lat=91&lng=x");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().has("lat")).isTrue();
        assertThat(answer.body().has("lng")).isTrue();
    }

    @Test
    void onlySuperAdminsImport() {
        assertThat(api.post("/api/wards/import/", "{}").status()).isEqualTo(401);
        assertThat(api.as(people.admin().accessToken()).post("/api/wards/import/", "{}").status()).isEqualTo(403);
    }

    @Test
    void anImportIsRefusedAsAWholeAndEveryBadFeatureIsNamed() {
        String open = "{\"type\":\"Polygon\",\"coordinates\":[[[90,21],[90.01,21],[90.01,21.01],[90,21.01]]]}";
        String bowTie = "{\"type\":\"Polygon\",\"coordinates\":[[[90,22],[90.01,22.01],[90.01,22],[90,22.01],[90,22]]]}";
        String swapped = "{\"type\":\"Polygon\",\"coordinates\":[[[23,190],[23.1,190],[23.1,190.1],[23,190]]]}";
        String file = collection(square("1", 20.00, 90.00), square("1", 25, 90), feature("3", open), feature("4", bowTie), feature("5", swapped),
                square("6", 20.005, 90.005), feature("", open), feature("8", "{\"type\":\"Point\",\"coordinates\":[90,20]}"));

        var answer = api.as(people.superAdmin().accessToken()).with("Accept-Language", "en").post("/api/wards/import/", file);

        assertThat(answer.status()).isEqualTo(400);
        List<String> faults = answer.body().get("file").valueStream().map(fault -> fault.asString()).toList();
        assertThat(faults).hasSize(7).satisfiesExactlyInAnyOrder(
                fault -> assertThat(fault).startsWith("Feature 2").contains("already feature 1"),
                fault -> assertThat(fault).startsWith("Feature 3 (ward 3)").contains("not closed"),
                fault -> assertThat(fault).startsWith("Feature 4 (ward 4)").contains("crosses itself"),
                fault -> assertThat(fault).startsWith("Feature 5 (ward 5)").contains("WGS 84"),
                fault -> assertThat(fault).startsWith("Feature 6 (ward 6)").contains("over ward 1"),
                fault -> assertThat(fault).startsWith("Feature 7").contains("ward number"),
                fault -> assertThat(fault).startsWith("Feature 8 (ward 8)").contains("Polygon"));
        assertThat(at("20.005", "90.005")).isEqualTo("10");
    }

    @Test
    void refusalsSpeakBanglaByDefault() {
        var answer = api.as(people.superAdmin().accessToken()).upload("/api/wards/import/",
                new Api.Part("file", "map.geojson", "application/geo+json", "no map".getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/file/0").asString()).isEqualTo("ফাইলটি GeoJSON নয়।");
    }

    @Test
    void theCommandImportsAFileOrSaysWhatIsWrongWithIt(@TempDir Path directory) throws IOException {
        Path good = Files.writeString(directory.resolve("good.geojson"), collection(square("31", 20.00, 90.00)));
        Path bad = Files.writeString(directory.resolve("bad.geojson"), collection(square("", 20.00, 90.00)));

        assertThat(command.importMap(good)).isZero();
        assertThat(command.importMap(bad)).isEqualTo(1);
        assertThat(command.importMap(directory.resolve("none"))).isEqualTo(2);
        assertThat(wards.all()).extracting(Ward::number).containsExactly("31");
    }

    @Test
    void theDemoCityIsAMapWithoutFaults() throws IOException {
        String city = new ClassPathResource("demo/wards.geojson").getContentAsString(StandardCharsets.UTF_8);

        assertThat(WardFile.read(city).faults()).isEmpty();
        assertThat(WardFile.read(city).wards()).hasSize(12);
    }

    @Test
    void anImportOnAnotherNodeIsNoticedWithinSeconds() throws InterruptedException {
        db.sql("UPDATE wards SET name_bn = 'অন্য নাম' WHERE number = '2'").update();
        db.sql("UPDATE ward_map SET version = version + 1").update();

        for (int i = 0; i < 60 && !wards.find("2").orElseThrow().nameBn().equals("অন্য নাম"); i++) {
            Thread.sleep(100);
        }
        assertThat(wards.find("2").orElseThrow().nameBn()).isEqualTo("অন্য নাম");
    }

    private String at(String latitude, String longitude) {
        return api.get("/api/wards/at/?lat=" + encode(latitude) + "&lng=" + encode(longitude)).body().at("/ward/number").asString();
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    static String square(String number, double south, double west) {
        double north = Math.round((south + 0.01) * 1e6) / 1e6;
        double east = Math.round((west + 0.01) * 1e6) / 1e6;
        return feature(number, "{\"type\":\"Polygon\",\"coordinates\":[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]}"
                .formatted(west, south, east, south, east, north, west, north, west, south));
    }

    private static String feature(String number, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{\"ward_number\":\"" + number + "\",\"name_bn\":\"ওয়ার্ড " + number + "\",\"name_en\":\"Ward " + number
                + "\",\"zone\":1},\"geometry\":" + geometry + "}";
    }
}

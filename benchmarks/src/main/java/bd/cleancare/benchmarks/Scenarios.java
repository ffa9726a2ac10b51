package bd.cleancare.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What people do most with accounts and complaints. */
final class Scenarios {

    static final String COMPLAINT = """
            {"title":"ড্রেন উপচে রাস্তায় পানি","description":"দুই দিন ধরে ড্রেনের ময়লা পানি রাস্তায় উঠছে, স্কুলের বাচ্চারা হাঁটতে পারছে না।",\
            "category":"পরিচ্ছন্নতা","priority":"উচ্চ","location":"বাজার সড়ক, মসজিদের পাশে","latitude":"23.81030000","longitude":"90.41250000"}""";

    private static final int UPLOADS_TO_ONE = 5;

    private final Api api;
    private final String phone;
    private final String citizen;
    private final String admin;
    private final String adminCookie;
    private final int rows;

    Scenarios(Api api, String phone, String citizen, String admin, String adminCookie, int rows) {
        this.api = api;
        this.phone = phone;
        this.citizen = citizen;
        this.admin = admin;
        this.adminCookie = adminCookie;
        this.rows = rows;
    }

    List<Scenario> reading() {
        byte[] list = Requests.get("/api/complaints/", admin);
        byte[] console = Requests.page("/console/", adminCookie);
        return List.of(
                new Scenario("read one complaint", _ -> readOne(), 200, "read-one.sql"),
                Scenario.repeating("list as admin, page 1", list, 200, "list.sql"),
                Scenario.repeating("console queue, a page of HTML", console, 200, "console.sql"));
    }

    List<Scenario> all(byte[] jpeg) {
        byte[] me = Requests.get("/api/auth/me/", citizen);
        byte[] login = Requests.post("/api/auth/login/", null, "{\"phone\":\"" + phone + "\",\"password\":\"" + Api.PASSWORD + "\"}");
        byte[] create = Requests.post("/api/complaints/", citizen, COMPLAINT);
        return List.of(
                Scenario.repeating("me", me, 200, "me.sql"),
                Scenario.repeating("create a complaint", create, 201, "create.sql"),
                new Scenario("change status", _ -> changeStatus(), 200, "change-status.sql"),
                new Scenario("upload a photo", _ -> upload(jpeg), 201, "upload.sql").asHeavy(),
                Scenario.repeating("login", login, 200, "login.sql").asHeavy());
    }

    private Supplier<byte[]> readOne() {
        var random = new SplittableRandom();
        return () -> Requests.get("/api/complaints/" + filledId(random.nextInt(rows) + 1) + "/", admin);
    }

    /** The ids that {@code fill-complaints.sql} gives. */
    static String filledId(int n) {
        return "01900000-0000-7000-8000-%012x".formatted(n);
    }

    /** Each connection moves a complaint of its own to and fro, as far as the workflow goes. */
    private Supplier<byte[]> changeStatus() {
        String path = "/api/complaints/" + newComplaint() + "/update_status/";
        byte[] start = Requests.post(path, admin, "{\"new_status\":\"প্রক্রিয়াধীন\",\"comment\":\"কাজ শুরু হয়েছে\"}");
        byte[] resolve = Requests.post(path, admin, "{\"new_status\":\"সমাধান হয়েছে\",\"comment\":\"কাজ শেষ হয়েছে\"}");
        var turn = new AtomicInteger();
        return () -> turn.getAndIncrement() % 2 == 0 ? start : resolve;
    }

    private Supplier<byte[]> upload(byte[] jpeg) {
        var turn = new AtomicInteger();
        var request = new byte[1][];
        return () -> {
            if (turn.getAndIncrement() % UPLOADS_TO_ONE == 0) {
                request[0] = Requests.upload("/api/complaints/" + newComplaint() + "/upload_images/", citizen, jpeg);
            }
            return request[0];
        };
    }

    private String newComplaint() {
        try {
            return api.fileComplaint(citizen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

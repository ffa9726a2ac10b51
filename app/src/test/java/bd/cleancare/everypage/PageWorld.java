package bd.cleancare.everypage;

import bd.cleancare.adminusers.Staff;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.Complaints;
import bd.cleancare.complaints.RatingLinks;
import bd.cleancare.complaints.Remark;
import bd.cleancare.complaints.ReportDrafts;
import bd.cleancare.complaints.WorkPhotos;
import bd.cleancare.console.BulkJobs;
import bd.cleancare.everypage.PageList.Who;
import bd.cleancare.media.TestPhotos;
import bd.cleancare.media.Upload;
import bd.cleancare.payments.BillImports;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import bd.cleancare.users.Standing;
import bd.cleancare.users.Standings;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A city small enough to make in a moment in which every page has something to show. Long names on purpose: they must fit. */
@TestComponent
@Lazy
class PageWorld {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final JdbcClient db;
    private final Api api;
    private final People people;
    private final Map<Who, Person> persons = new EnumMap<>(Who.class);
    private final String codeStep;
    private final UUID complaint;
    private final UUID resolved;
    private final String ratingLink;
    private final UUID payment;
    private final MoneyWorld money;
    private final UUID template = Ids.next();
    private final UUID bulkJob;
    private final String colleague;

    PageWorld(JdbcClient db, Api api, People people, Complaints complaints, WorkPhotos workPhotos, ReportDrafts drafts, BulkJobs jobs,
            RatingLinks ratings, BillImports imports, Staff staff) {
        this.db = db;
        this.api = api;
        this.people = people;
        add(Who.CITIZEN, people.citizen(), "মোসাম্মৎ রহিমা খাতুন চৌধুরী");
        add(Who.PROVIDER, people.serviceProvider(), "পরিচ্ছন্নতা দল, অঞ্চল ৪");
        add(Who.ADMIN, people.admin(), "ওয়ার্ড কর্মকর্তা");
        add(Who.SUPER_ADMIN, people.superAdmin(), "প্রধান কর্মকর্তা");
        Viewer admin = of(Who.ADMIN).viewer();
        this.colleague = "/console/staff/" + newColleague(staff) + "/";
        this.codeStep = askForACode();
        // People write without spaces too, and no page grows wider for it.
        this.complaint = file("ড্রেনউপচেরাস্তায়ময়লাপানিজমেআছে৩দিনধরেকেউআসেনিকেউদেখেনাই");
        this.resolved = file("ড্রেন উপচে রাস্তায় ময়লা পানি, ৩ দিন ধরে কেউ আসেনি");
        // A title of one line makes a link of one line.
        file("পানি নাই");
        api.as(of(Who.PROVIDER).accessToken()).post("/api/complaints/" + resolved + "/work_done/", Map.of("comment", "ড্রেন পরিষ্কার করা হয়েছে।"));
        this.ratingLink = ratings.path(resolved);
        workPhotos.add(complaints.find(complaint, admin).orElseThrow(), List.of(photo()), of(Who.PROVIDER).viewer());
        drafts.addPhoto(of(Who.CITIZEN).viewer(), photo(), "one");
        drafts.save(of(Who.CITIZEN).viewer(), Map.of("location", "রোড ৪, ব্লক খ", "category", "পানি সরবরাহ", "title", "পাইপ ফেটে পানি পড়ছে",
                "description", "সকাল থেকে পানি পড়ছে।", "priority", "মধ্যম", "latitude", "23.8", "longitude", "90.4"));
        db.sql("INSERT INTO response_templates (id, category, title_bn, title_en, body_bn, body_en, updated_by) VALUES (?, NULL, 'কাজ চলছে', 'Working', 'কাজ শুরু হয়েছে।', 'Work began.', ?)")
                .params(template, admin.id()).update();
        this.payment = pay();
        this.money = new MoneyWorld(db, api, imports, of(Who.CITIZEN), of(Who.SUPER_ADMIN));
        // It has begun already: the job shows what could not be changed.
        this.bulkJob = jobs.start(List.of(complaint), new BulkJobs.Action.Move(ComplaintStatus.IN_PROGRESS), Remark.NONE, admin);
    }

    /** Somebody whose wards were changed, so that there is a decision to show. */
    String colleague() {
        return colleague;
    }

    private UUID newColleague(Staff staff) {
        var outcome = staff.add(of(Who.SUPER_ADMIN).viewer(), People.newPhone(), "মোহাম্মদ আব্দুল্লাহ আল মামুন সরকার", new Standing(Role.ADMIN, Set.of("71", "72", "73"), true));
        return ((Standings.Outcome.Changed) outcome).account().id();
    }

    private void add(Who who, Person person, String name) {
        db.sql("UPDATE users SET name = ? WHERE id = ?").params(name, person.id()).update();
        persons.put(who, person);
    }

    Person of(Who who) {
        return persons.get(who);
    }

    /** A session of pages; null for a visitor. */
    String cookieOf(Who who) {
        return who == Who.VISITOR ? null : people.cookieOf(of(who));
    }

    UUID complaint() {
        return complaint;
    }

    UUID resolved() {
        return resolved;
    }

    /** Where the SMS about a resolved complaint leads. */
    String ratingLink() {
        return ratingLink;
    }

    UUID template() {
        return template;
    }

    UUID bulkJob() {
        return bulkJob;
    }

    /** An SMS that no gateway took. */
    UUID message() {
        UUID id = Ids.next();
        db.sql("INSERT INTO outgoing_messages (id, lane, address, event, state, attempts, last_error, expires_at, settled_at) VALUES (?, 'notice', ?, 'reopened', 'failed', 48, 'HTTP 500', now(), now())")
                .params(id, of(Who.CITIZEN).phone().canonical()).update();
        return id;
    }

    UUID payment() {
        return payment;
    }

    MoneyWorld money() {
        return money;
    }

    /** What the browser of somebody carries who has just asked for a code. */
    String codeStep() {
        return codeStep;
    }

    String trackingNumber() {
        return db.sql("SELECT tracking_number FROM complaints WHERE id = ?").param(complaint).query(String.class).single();
    }

    /** Filed with a photo, assigned and begun, with a comment: the fullest page there is. */
    private UUID file(String title) {
        var citizen = api.as(of(Who.CITIZEN).accessToken());
        String id = citizen.post("/api/complaints/", Map.of("title", title, "description",
                "বৃষ্টি ছাড়াই পানি জমে আছে, হাঁটা যায় না।", "category", "পরিচ্ছন্নতা", "priority", "উচ্চ", "location", "বাড়ি ১২, রোড ৪, ব্লক খ",
                "latitude", "23.8", "longitude", "90.4")).body().get("id").asString();
        String path = "/api/complaints/" + id + "/";
        citizen.upload(path + "upload_images/", Api.Part.photo("drain.jpg", TestPhotos.jpeg(800, 600)));
        api.as(of(Who.ADMIN).accessToken()).post(path + "assign/", Map.of("assigned_to", of(Who.PROVIDER).id().toString(), "internal_note", "৭ নম্বর দল নিকটে"));
        api.as(of(Who.PROVIDER).accessToken()).post(path + "start_work/", Map.of("comment", "আমরা আজ ৩টায় আসছি।"));
        return UUID.fromString(id);
    }

    private UUID pay() {
        var begun = api.as(of(Who.CITIZEN).accessToken()).post("/api/payments/process/", Map.of("service_type", "Holding Tax", "amount", 500,
                "payment_method", "bkash", "phone_number", "+8801711111111"));
        return UUID.fromString(begun.body().get("payment_id").asString());
    }

    private String askForACode() {
        var form = api.get("/sign-in/");
        var token = TOKEN.matcher(form.text());
        if (!token.find()) {
            throw new IllegalStateException("no token on /sign-in/");
        }
        var client = api.with("Cookie", "XSRF-TOKEN=" + cookie(form, "XSRF-TOKEN"));
        var sent = client.send(client.request("/sign-in/").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + token.group(1) + "&phone=" + People.newPhone().local())));
        return cookie(sent, "code-step");
    }

    private static String cookie(Api.Answer answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream().filter(each -> each.startsWith(name + "=")).findFirst().orElseThrow()
                .split(";")[0].substring(name.length() + 1);
    }

    private static Upload photo() {
        byte[] jpeg = TestPhotos.jpeg(640, 480);
        return new Upload("after.jpg", jpeg.length, () -> new ByteArrayInputStream(jpeg));
    }
}

package bd.cleancare.console;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintDuplicates;
import bd.cleancare.complaints.ComplaintDuplicates.Marking;
import bd.cleancare.complaints.ComplaintQueue;
import bd.cleancare.complaints.Complaints;
import bd.cleancare.complaints.QueueCursor;
import bd.cleancare.complaints.QueueFilter;
import bd.cleancare.complaints.QueueOrder;
import bd.cleancare.complaints.Remark;
import bd.cleancare.complaints.TrackingNumber;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queue, its order and its files. */
@AppTest
class QueueTest {

    @Autowired
    Api api;

    @Autowired
    People people;

    @Autowired
    JdbcClient db;

    @Autowired
    ComplaintQueue queue;

    @Autowired
    Complaints complaints;

    @Autowired
    ComplaintDuplicates duplicates;

    @ParameterizedTest
    @CsvSource({"NEWEST, q", "OLDEST, q", "URGENT, q", "NEWEST, ward", "OLDEST, ward", "URGENT, ward"})
    void pagesForwardsAndBackwardsShowEachComplaintOnce(QueueOrder order, String by) {
        String word = Stack.word();
        Stack.of(23, word, people.citizen(), db);
        String ward = word.substring(word.length() - 8);
        db.sql("UPDATE complaints SET ward_number = ? WHERE search_text = lower(?)").param(ward).param(word).update();
        var viewer = people.admin().viewer();
        QueueFilter filter = QueueView.parse("q".equals(by) ? "q=" + word : "ward=" + ward).filter(viewer);
        var seen = new ArrayList<UUID>();
        ComplaintQueue.Stretch stretch = queue.after(null, filter, order, 5, viewer);
        assertThat(stretch.before()).isNull();
        while (true) {
            stretch.complaints().forEach(complaint -> seen.add(complaint.id()));
            if (stretch.after() == null) {
                break;
            }
            stretch = queue.after(QueueCursor.parse(stretch.after()).orElseThrow(), filter, order, 5, viewer);
        }
        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
        var back = new ArrayList<>(stretch.complaints().stream().map(Complaint::id).toList());
        while (stretch.before() != null) {
            stretch = queue.before(QueueCursor.parse(stretch.before()).orElseThrow(), filter, order, 5, viewer);
            back.addAll(0, stretch.complaints().stream().map(Complaint::id).toList());
        }
        assertThat(back).isEqualTo(seen);
    }

    @Test
    void theUrgentOrderPutsWhoWaitsLongestFirstAmongEquals() {
        String word = Stack.word();
        Stack.of(12, word, people.citizen(), db);
        var viewer = people.admin().viewer();
        List<Complaint> found = queue.after(null, QueueView.parse("q=" + word).filter(viewer), QueueOrder.URGENT, 50, viewer).complaints();
        for (int i = 1; i < found.size(); i++) {
            int byPriority = found.get(i - 1).priority().compareTo(found.get(i).priority());
            assertThat(byPriority < 0 || byPriority == 0 && found.get(i - 1).createdAt().isBefore(found.get(i).createdAt())).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=in_progress", "category=water", "priority=high", "ward=৭৩", "assignee=me", "days=30", "q=কলাবাগান"})
    void everyFilterFindsItsComplaintAndNoOther(String filter) {
        String word = Stack.word();
        Person admin = people.admin();
        List<UUID> ids = Stack.of(3, word, people.citizen(), db);
        // All three alike, and then one that differs in everything there is a filter for.
        db.sql("UPDATE complaints SET status = 1, category = 1, priority = 3 WHERE id IN (:ids)").param("ids", ids).update();
        db.sql("UPDATE complaints SET status = 2, category = 3, priority = 1, ward_number = '73', assigned_to = ?, created_at = now() - interval '31 days', "
                + "search_text = search_text || ' কলাবাগান' WHERE id = ?").param(admin.id()).param(ids.getLast()).update();
        String query = filter.startsWith("q=") ? filter + " " + word : filter + "&q=" + word;
        List<Complaint> found = queue.after(null, QueueView.parse(query).filter(admin.viewer()), QueueOrder.NEWEST, 25, admin.viewer()).complaints();
        assertThat(found).extracting(Complaint::id).containsExactly(ids.getLast());
    }

    @Test
    void anAdminOfAWardSeesItsQueueAndNoOther() {
        String word = Stack.word();
        List<UUID> ids = Stack.of(4, word, people.citizen(), db);
        db.sql("UPDATE complaints SET ward_number = '71' WHERE id = ?").param(ids.get(0)).update();
        db.sql("UPDATE complaints SET ward_number = '72' WHERE id IN (:ids)").param("ids", ids.subList(1, 4)).update();
        Person scoped = people.admin("71");
        assertThat(queue.count(QueueView.parse("q=" + word).filter(scoped.viewer()), scoped.viewer()).n()).isEqualTo(1);
        assertThat(queue.count(QueueView.parse("ward=72").filter(scoped.viewer()), scoped.viewer()).n()).isZero();
        assertThat(csv(scoped, word)).hasSize(2);
    }

    @Test
    void aFileHoldsEverythingAndNothingThatComputes() throws IOException {
        String word = Stack.word();
        List<UUID> ids = Stack.of(1_203, word, people.citizen(), db);
        db.sql("UPDATE complaints SET title = ?, location = ? WHERE id = ?").param("=HYPERLINK(\"http://x\",\"y\")").param("@SUM(1)").param(ids.getFirst()).update();
        Person admin = people.admin();
        List<String> lines = csv(admin, word);
        assertThat(lines).hasSize(1_204);
        assertThat(lines.getFirst()).startsWith("\uFEFF\"ট্র্যাকিং নম্বর\"");
        assertThat(String.join("\n", lines)).contains("\"'=HYPERLINK(\"\"http://x\"\"").contains("\"'@SUM(1)\"").doesNotContain("\"=").doesNotContain("\"@");
        byte[] book = api.with("Cookie", "session=" + people.cookieOf(admin)).get("/console/export.xlsx?q=" + word).bytes();
        String sheet = sheet(book);
        assertThat(sheet.split("<row ")).hasSize(1_205);
        assertThat(sheet).contains("&apos;=HYPERLINK").contains("state=\"frozen\"").doesNotContain("<f>");
    }

    @Test
    void harmlessTextsStayAsTheyAre() {
        assertThat(List.of("-23.5", "12", "নালা", "a=b")).allSatisfy(text -> assertThat(Table.harmless(text)).isEqualTo(text));
        assertThat(List.of("=1", "+1-cmd", "-2+3", "@a", "\tx", "\rx", "＝1")).allSatisfy(text -> assertThat(Table.harmless(text)).isEqualTo("'" + text));
    }

    @Test
    void aDuplicatePointsAtItsOriginalAndNoFurther() {
        var viewer = people.admin().viewer();
        List<Complaint> three = Stack.of(3, Stack.word(), people.citizen(), db).stream().map(id -> complaints.find(id, viewer).orElseThrow()).toList();
        assertThat(mark(three.get(0), three.get(1), viewer)).isInstanceOf(Marking.Changed.class);
        assertThat(duplicates.originalOf(three.get(0)).orElseThrow().id()).isEqualTo(three.get(1).id());
        assertThat(duplicates.copiesOf(three.get(1))).hasSize(1);
        assertThat(mark(three.get(1), three.get(2), viewer)).isInstanceOf(Marking.WouldChain.class);
        assertThat(mark(three.get(2), three.get(0), viewer)).isInstanceOf(Marking.WouldChain.class);
        assertThat(mark(three.get(2), three.get(2), viewer)).isInstanceOf(Marking.NoSuchComplaint.class);
    }

    private Marking mark(Complaint copy, Complaint original, bd.cleancare.shared.Viewer viewer) {
        return duplicates.mark(copy, new TrackingNumber(original.trackingNumber()), Remark.NONE, null, viewer);
    }

    @Test
    void theFirstPageReadsItsRowsFromAnIndex() {
        var plan = new HashSet<>(db.sql("EXPLAIN SELECT * FROM complaints c WHERE c.assigned_to IS NULL AND c.status < 3 AND (c.created_at, c.id) < (now(), uuidv7()) "
                + "ORDER BY c.created_at DESC, c.id DESC LIMIT 26").query(String.class).list());
        assertThat(String.join("\n", plan)).contains("Index Scan");
    }

    private List<String> csv(Person admin, String word) {
        var answer = api.with("Cookie", "session=" + people.cookieOf(admin)).get("/console/export.csv?q=" + word);
        assertThat(answer.status()).isEqualTo(200);
        return new String(answer.bytes(), StandardCharsets.UTF_8).lines().toList();
    }

    private static String sheet(byte[] book) throws IOException {
        Path file = Files.write(Files.createTempFile("book", ".xlsx"), book);
        try (var zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}

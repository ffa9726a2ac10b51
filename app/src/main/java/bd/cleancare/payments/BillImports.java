package bd.cleancare.payments;

import bd.cleancare.payments.BillImport.BadRow;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of bills that are taken in while somebody watches; {@link BillImportWorker} does it row by row. */
@Component
public class BillImports {

    /** @param refused rows that did not go in */
    public record Progress(UUID id, String fileName, String startedBy, int total, int done, int created, int changed, int unchanged, Instant createdAt, Instant finishedAt) {

        public boolean finished() {
            return finishedAt != null;
        }

        public int refused() {
            return done - created - changed - unchanged;
        }
    }

    record Job(UUID id, String content, int done) {
    }

    private static final String PROGRESS = """
            SELECT i.id, i.file_name, u.name, i.total, i.done, i.created, i.changed, i.unchanged, i.created_at, i.finished_at
            FROM bill_imports i JOIN users u ON u.id = i.started_by\s""";
    private static final int SHOWN = 20;
    private static final int ERRORS_SHOWN = 500;

    private final JdbcClient db;

    BillImports(JdbcClient db) {
        this.db = db;
    }

    /** Empty when the file's heading is not the one of bills: then nothing is begun. */
    public Optional<UUID> start(String fileName, String csv, Viewer by) {
        return BillImport.rows(csv).map(rows -> {
            UUID id = Ids.next();
            db.sql("INSERT INTO bill_imports (id, started_by, file_name, content, total) VALUES (?, ?, ?, ?, ?)")
                    .param(id).param(by.id()).param(fileName).param(csv.replace("\0", "")).param(rows.size()).update();
            return id;
        });
    }

    public List<Progress> latest() {
        return db.sql(PROGRESS + "ORDER BY i.created_at DESC LIMIT " + SHOWN).query(BillImports::progress).list();
    }

    public Optional<Progress> find(UUID id) {
        return id == null ? Optional.empty() : db.sql(PROGRESS + "WHERE i.id = ?").param(id).query(BillImports::progress).optional();
    }

    /** The first of them on a page, all of them for a file. */
    public List<BadRow> errors(UUID id, boolean all) {
        return db.sql("SELECT row, column_name, error FROM bill_import_errors WHERE import_id = ? ORDER BY row, place" + (all ? "" : " LIMIT " + ERRORS_SHOWN))
                .param(id).query((row, _) -> new BadRow(row.getInt(1), row.getString(2), row.getString(3))).list();
    }

    List<Job> unfinished() {
        return db.sql("SELECT id, content, done FROM bill_imports WHERE finished_at IS NULL ORDER BY created_at").query(Job.class).list();
    }

    /** In the transaction that stored the row; false when somebody else has counted it. */
    boolean count(UUID id, int before, BillImport.Effect effect, List<BadRow> errors) {
        boolean counted = db.sql("""
                UPDATE bill_imports SET done = done + 1, created = created + :created, changed = changed + :changed, unchanged = unchanged + :unchanged
                WHERE id = :id AND done = :before
                """).param("created", effect == BillImport.Effect.CREATED ? 1 : 0).param("changed", effect == BillImport.Effect.CHANGED ? 1 : 0)
                .param("unchanged", effect == BillImport.Effect.UNCHANGED ? 1 : 0).param("id", id).param("before", before).update() == 1;
        for (int place = 0; counted && place < errors.size(); place++) {
            BadRow bad = errors.get(place);
            db.sql("INSERT INTO bill_import_errors (import_id, row, place, column_name, error) VALUES (?, ?, ?, ?, ?)")
                    .param(id).param(bad.row()).param(place).param(bad.column()).param(bad.error()).update();
        }
        return counted;
    }

    void finish(UUID id) {
        db.sql("UPDATE bill_imports SET finished_at = now(), content = NULL WHERE id = ? AND finished_at IS NULL").param(id).update();
    }

    private static Progress progress(ResultSet row, int number) throws SQLException {
        return new Progress(row.getObject("id", UUID.class), row.getString("file_name"), row.getString("name"), row.getInt("total"), row.getInt("done"), row.getInt("created"),
                row.getInt("changed"), row.getInt("unchanged"), PaymentStore.instant(row, "created_at"), PaymentStore.instant(row, "finished_at"));
    }
}

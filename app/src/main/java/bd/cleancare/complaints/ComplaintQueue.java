package bd.cleancare.complaints;

import bd.cleancare.shared.Viewer;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** What waits for staff. Pages are found from a cursor, never by skipping, so the first costs what the last does. */
@Component
public class ComplaintQueue {

    /** More are neither counted one by one nor changed in one go. */
    public static final int MOST_AT_ONCE = 50_000;

    /** So few matches are quicker fetched all and sorted than looked for along an index. */
    private static final int FEW = 2_000;

    private static final int AT_A_TIME = 1_000;
    private static final int OTHERS = 10;

    /** @param before a cursor for what stands before these, or null; so is after */
    public record Stretch(List<Complaint> complaints, String before, String after) {
    }

    /** @param more whether there are more than {@code n} */
    public record Count(long n, boolean more) {
    }

    private record Walk(QueueFilter filter, QueueOrder order, QueueCursor from, boolean backwards, int size) {
    }

    private final JdbcTemplate db;

    ComplaintQueue(JdbcTemplate db) {
        this.db = db;
    }

    public Stretch after(QueueCursor from, QueueFilter filter, QueueOrder order, int size, Viewer viewer) {
        List<Complaint> found = rows(new Walk(filter, order, from, false, size + 1), viewer);
        List<Complaint> shown = found.subList(0, Math.min(size, found.size()));
        return new Stretch(shown, from == null || shown.isEmpty() ? null : cursor(shown.getFirst()), found.size() > size ? cursor(shown.getLast()) : null);
    }

    public Stretch before(QueueCursor from, QueueFilter filter, QueueOrder order, int size, Viewer viewer) {
        List<Complaint> found = rows(new Walk(filter, order, from, true, size + 1), viewer);
        var shown = new ArrayList<>(found.subList(0, Math.min(size, found.size())));
        Collections.reverse(shown);
        return new Stretch(shown, found.size() > size ? cursor(shown.getFirst()) : null, shown.isEmpty() ? null : cursor(shown.getLast()));
    }

    /** Everything that matches, newest first, a piece at a time: memory and the database are busy with one piece only. */
    public void each(QueueFilter filter, Viewer viewer, Consumer<Complaint> reader) {
        QueueCursor from = null;
        List<Complaint> found;
        do {
            found = rows(new Walk(filter, QueueOrder.NEWEST, from, false, AT_A_TIME), viewer);
            found.forEach(reader);
            from = found.isEmpty() ? null : QueueCursor.of(found.getLast());
        } while (found.size() == AT_A_TIME);
    }

    /** The newest that match and have a place. */
    public List<Complaint> placed(QueueFilter filter, int most, Viewer viewer) {
        Condition where = where(filter, viewer).and(Condition.of("c.latitude IS NOT NULL"));
        return query("SELECT " + ComplaintRow.COLUMNS + " FROM " + source(filter, viewer) + " c WHERE " + where.sql() + " ORDER BY c.created_at DESC, c.id DESC LIMIT " + most,
                where.params(), filter, ComplaintRow::read);
    }

    public List<UUID> ids(QueueFilter filter, Viewer viewer) {
        Condition where = where(filter, viewer);
        return query("SELECT c.id FROM " + source(filter, viewer) + " c WHERE " + where.sql() + " ORDER BY c.created_at, c.id LIMIT " + MOST_AT_ONCE,
                where.params(), filter, (row, _) -> row.getObject(1, UUID.class));
    }

    public Count count(QueueFilter filter, Viewer viewer) {
        if (viewer.isAdmin() && filter.isCountedExactly()) {
            Condition total = ComplaintCounts.count(filter.query(), viewer);
            return new Count(db.queryForObject("SELECT " + total.sql(), Long.class, total.params().toArray()), false);
        }
        Condition where = where(filter, viewer);
        long n = query("SELECT count(*) FROM (SELECT FROM " + source(filter, viewer) + " c WHERE " + where.sql() + " LIMIT " + (MOST_AT_ONCE + 1) + ") m",
                where.params(), filter, (row, _) -> row.getLong(1)).getFirst();
        return new Count(Math.min(n, MOST_AT_ONCE), n > MOST_AT_ONCE);
    }

    /** How many there are in each state of all the viewer may see; an admin's are kept totals. */
    public Map<ComplaintStatus, Long> states(Viewer viewer) {
        var sql = new StringBuilder();
        var params = new ArrayList<Object>();
        for (ComplaintStatus status : ComplaintStatus.values()) {
            Condition n = count(status, viewer);
            sql.append(sql.isEmpty() ? "SELECT " : ", ").append(n.sql());
            params.addAll(n.params());
        }
        return db.query(sql.toString(), row -> {
            row.next();
            var states = new EnumMap<ComplaintStatus, Long>(ComplaintStatus.class);
            for (ComplaintStatus status : ComplaintStatus.values()) {
                states.put(status, row.getLong(status.code()));
            }
            return states;
        }, params.toArray());
    }

    /** What else the same person reported, as far as the viewer may know of it. */
    public List<Complaint> othersOf(Complaint seen, Viewer viewer) {
        Condition where = Condition.of("c.user_id = ? AND c.id <> ?", seen.user(), seen.id()).and(Condition.visibleTo(viewer));
        return db.query("SELECT " + ComplaintRow.COLUMNS + " FROM complaints c WHERE " + where.sql() + " ORDER BY c.created_at DESC, c.id DESC LIMIT " + OTHERS,
                ComplaintRow::read, where.params().toArray());
    }

    private static Condition count(ComplaintStatus status, Viewer viewer) {
        var ofStatus = new QueueFilter(status, null, null, null, null, null, List.of());
        if (viewer.isAdmin()) {
            Condition total = ComplaintCounts.count(ofStatus.query(), viewer);
            return new Condition("(" + total.sql() + ")", total.params());
        }
        Condition where = where(ofStatus, viewer);
        return new Condition("(SELECT count(*) FROM complaints c WHERE " + where.sql() + ")", where.params());
    }

    /** Few matches are fetched whole, many are met soon along an index: the kept total tells the statement which it has. */
    private List<Complaint> rows(Walk walk, Viewer viewer) {
        Condition where = where(walk.filter(), viewer);
        String order = walk.order().sql(walk.backwards());
        if (!viewer.isAdmin() || !walk.filter().isCounted() || where == Condition.ALL) {
            Condition rows = along(walk, where, source(walk.filter(), viewer));
            return query("SELECT " + ComplaintRow.COLUMNS + " FROM (" + rows.sql() + ") c ORDER BY " + order + " LIMIT " + walk.size(), rows.params(),
                    walk.filter(), ComplaintRow::read);
        }
        Condition total = ComplaintCounts.count(walk.filter().query(), viewer);
        Condition many = along(walk, new Condition("t.n > " + FEW + " AND " + where.sql(), where.params()), "complaints");
        Condition few = along(walk, Condition.ALL, "(SELECT * FROM complaints c WHERE t.n BETWEEN 1 AND " + FEW + " AND " + where.sql() + " OFFSET 0)");
        var params = new ArrayList<>(total.params());
        params.addAll(many.params());
        int pieces = walk.order().pieces(walk.from(), walk.backwards()).size();
        params.addAll(fewParams(walk, where, pieces));
        return query("SELECT " + ComplaintRow.COLUMNS + " FROM (SELECT " + total.sql() + " AS n OFFSET 0) t CROSS JOIN LATERAL (" + many.sql() + " UNION ALL "
                + few.sql() + ") c ORDER BY " + order + " LIMIT " + walk.size(), params, walk.filter(), ComplaintRow::read);
    }

    /** The source of the few stands in front of each piece's own condition, and its parameters with it. */
    private static List<Object> fewParams(Walk walk, Condition where, int pieces) {
        var params = new ArrayList<Object>();
        for (int i = 0; i < pieces; i++) {
            params.addAll(where.params());
            params.addAll(walk.order().pieces(walk.from(), walk.backwards()).get(i).params());
        }
        return params;
    }

    private static Condition along(Walk walk, Condition where, String source) {
        var sql = new StringBuilder();
        var params = new ArrayList<Object>();
        for (Condition piece : walk.order().pieces(walk.from(), walk.backwards())) {
            Condition both = where.and(piece);
            sql.append(sql.isEmpty() ? "" : " UNION ALL ").append("(SELECT * FROM ").append(source).append(" c WHERE ").append(both.sql())
                    .append(" ORDER BY ").append(walk.order().byTime(walk.backwards())).append(" LIMIT ").append(walk.size()).append(")");
            params.addAll(both.params());
        }
        return new Condition(sql.toString(), params);
    }

    private static Condition where(QueueFilter filter, Viewer viewer) {
        return Condition.visibleTo(viewer).and(filter.condition());
    }

    /** As the lists of the API: words no index knows are looked for in the newest only. */
    private static String source(QueueFilter filter, Viewer viewer) {
        boolean wide = viewer.isAdmin() && !filter.words().isEmpty() && !filter.query().hasIndexedWord();
        return wide ? "(SELECT * FROM complaints ORDER BY created_at DESC, id DESC LIMIT 50000)" : "complaints";
    }

    private <T> List<T> query(String sql, List<Object> params, QueueFilter filter, RowMapper<T> reader) {
        ResultSetExtractor<List<T>> all = rows -> {
            var list = new ArrayList<T>();
            while (rows.next()) {
                list.add(reader.mapRow(rows, list.size()));
            }
            return list;
        };
        return db.query(connection -> {
            PreparedStatement statement = connection.prepareStatement(sql);
            if (!filter.words().isEmpty()) {
                // How rare a word is decides the plan, so the plan must know the word.
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
            return statement;
        }, new ArgumentPreparedStatementSetter(params.toArray()), all);
    }

    private static String cursor(Complaint complaint) {
        return QueueCursor.of(complaint).text();
    }
}

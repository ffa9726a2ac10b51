package bd.cleancare.complaints;

import bd.cleancare.platform.web.PageNumber;
import bd.cleancare.shared.Viewer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/** Lists of complaints: rows, their photos and the count in one statement, at a cost that does not grow with the table. */
@Component
class ComplaintLists {

    private static final int COUNTED_BY_SEARCH = 10_000;

    /** From here on a page is looked for from whichever end of the list is nearer, which takes knowing the count beforehand. */
    private static final long DEEP = 2_000;

    private static final int TOTAL = 21;

    /** So few matches are quicker fetched all and sorted than looked for along an index. */
    private static final int FEW = 2_000;

    private final JdbcTemplate db;

    ComplaintLists(JdbcTemplate db) {
        this.db = db;
    }

    ComplaintPage list(ComplaintQuery query, Viewer viewer) {
        Condition where = Condition.visibleTo(viewer).and(query.filters());
        Source source = Source.of(query, viewer);
        Condition total = total(query, where, source, viewer);
        Slice slice = query.page().offset() < DEEP ? Slice.fromFront(query.page()) : Slice.fromNearerEnd(query.page(), count(total, query));
        boolean counted = query.words().isEmpty() && viewer.isAdmin();
        boolean simple = where == Condition.ALL && query.order().isIndexed();
        Condition rows = counted && !simple ? rowsByTotal(query, where, slice) : rows(query, where, source, slice);
        // OFFSET 0 keeps the planner from working the total out anew wherever it is named.
        String sql = "SELECT " + ComplaintRow.COLUMNS + ", t.n FROM (SELECT " + total.sql() + " AS n OFFSET 0) t LEFT JOIN LATERAL ("
                + rows.sql() + ") c ON true ORDER BY " + query.order().sql(false);
        var params = new ArrayList<>(total.params());
        params.addAll(rows.params());
        return run(sql, params, query, found -> page(found, query, source));
    }

    /** The first page reads its rows straight from the index; later ones skip in the index alone and fetch only what they show. */
    private static Condition rows(ComplaintQuery query, Condition where, Source source, Slice slice) {
        String order = query.order().sql(slice.fromEnd());
        if (slice.offset() == 0) {
            return new Condition("SELECT * FROM " + source.sql() + " c WHERE " + where.sql() + " ORDER BY " + order + " LIMIT " + slice.limit(), where.params());
        }
        return new Condition("SELECT c.* FROM (SELECT c.id FROM " + source.sql() + " c WHERE " + where.sql() + " ORDER BY " + order
                + slice.sql() + ") k JOIN complaints c ON c.id = k.id", where.params());
    }

    /**
     * Walking an index in the order of the list finds twenty of many matches soon, but of few matches only after walking all of it. The
     * total is known, so the statement itself takes whichever way is short; the other one never runs.
     */
    private static Condition rowsByTotal(ComplaintQuery query, Condition where, Slice slice) {
        Condition whenMany = new Condition("t.n > " + FEW + " AND " + where.sql(), where.params());
        Condition many = query.order().isIndexed() ? rows(query, whenMany, Source.EVERYTHING, slice) : rowsByGroup(query, whenMany, slice);
        var params = new ArrayList<>(many.params());
        params.addAll(where.params());
        return new Condition("(" + many.sql() + ") UNION ALL (SELECT * FROM (SELECT * FROM complaints c WHERE t.n BETWEEN 1 AND " + FEW + " AND "
                + where.sql() + " OFFSET 0) c ORDER BY " + query.order().sql(slice.fromEnd()) + slice.sql() + ")", params);
    }

    /** An order that no index holds is put together from pieces that one does. */
    private static Condition rowsByGroup(ComplaintQuery query, Condition where, Slice slice) {
        var sql = new StringBuilder();
        var params = new ArrayList<Object>();
        for (String group : query.order().groups()) {
            sql.append(sql.isEmpty() ? "SELECT * FROM (" : " UNION ALL ").append("(SELECT * FROM complaints c WHERE ").append(group).append(where.sql())
                    .append(" ORDER BY ").append(query.order().sqlWithinGroup(slice.fromEnd())).append(" LIMIT ").append(slice.offset() + slice.limit()).append(")");
            params.addAll(where.params());
        }
        return new Condition(sql + ") c ORDER BY " + query.order().sql(slice.fromEnd()) + slice.sql(), params);
    }

    private static Condition total(ComplaintQuery query, Condition where, Source source, Viewer viewer) {
        if (!query.words().isEmpty()) {
            return new Condition("(SELECT count(*) FROM (SELECT FROM " + source.sql() + " c WHERE " + where.sql() + " LIMIT " + (COUNTED_BY_SEARCH + 1)
                    + ") m)", where.params());
        }
        return viewer.isAdmin() ? ComplaintCounts.count(query, viewer)
                : new Condition("(SELECT count(*) FROM complaints c WHERE " + where.sql() + ")", where.params());
    }

    private long count(Condition total, ComplaintQuery query) {
        return run("SELECT " + total.sql(), total.params(), query, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    private static ComplaintPage page(ResultSet rows, ComplaintQuery query, Source source) throws SQLException {
        var complaints = new ArrayList<Complaint>(query.page().size());
        long total = 0;
        while (rows.next()) {
            total = rows.getLong(TOTAL);
            if (rows.getObject(1) != null) {
                complaints.add(ComplaintRow.current(rows));
            }
        }
        boolean more = !query.words().isEmpty() && total > COUNTED_BY_SEARCH;
        return new ComplaintPage(more ? COUNTED_BY_SEARCH : total, more || source == Source.NEWEST, complaints);
    }

    private <T> T run(String sql, List<Object> params, ComplaintQuery query, ResultSetExtractor<T> reader) {
        return db.query(connection -> {
            PreparedStatement statement = connection.prepareStatement(sql);
            if (!query.words().isEmpty()) {
                // How rare a word is decides the plan, so the plan must know the word.
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
            return statement;
        }, new ArgumentPreparedStatementSetter(params.toArray()), reader);
    }

    /** What a list looks at. Words shorter than a trigram are in no index, so for whole wards of complaints they are looked for in the newest only. */
    private enum Source {
        EVERYTHING("complaints"),
        NEWEST("(SELECT * FROM complaints ORDER BY created_at DESC, id DESC LIMIT 50000)");

        private final String sql;

        Source(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }

        static Source of(ComplaintQuery query, Viewer viewer) {
            return viewer.isAdmin() && !query.words().isEmpty() && !query.hasIndexedWord() ? NEWEST : EVERYTHING;
        }
    }

    /** A stretch of a list, counted from its front or from its end. */
    private record Slice(long offset, long limit, boolean fromEnd) {

        String sql() {
            return " LIMIT " + limit + " OFFSET " + offset;
        }

        static Slice fromFront(PageNumber page) {
            return new Slice(page.offset(), page.size(), false);
        }

        static Slice fromNearerEnd(PageNumber page, long total) {
            long behind = total - page.offset() - page.size();
            if (page.offset() <= behind) {
                return fromFront(page);
            }
            return new Slice(Math.max(0, behind), Math.max(0, Math.min(page.size(), total - page.offset())), true);
        }
    }
}

package bd.cleancare.payments.ledger;

import bd.cleancare.payments.ledger.Ledger.Entry;
import bd.cleancare.payments.ledger.Ledger.Posting;
import bd.cleancare.shared.Taka;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the whole journal and says what is wrong with it: broken chain, unbalanced sums, bills that disagree with their postings. */
@Component
public class LedgerCheck {

    /** @param problems in words for operators; empty when all is well */
    public record Report(long transactions, List<String> problems) {

        public boolean sound() {
            return problems.isEmpty();
        }
    }

    private record Line(long sequence, Instant at, byte[] previous, byte[] hash, Entry head, Posting posting) {
    }

    private static final int MOST_PROBLEMS = 100;

    private final JdbcClient db;

    LedgerCheck(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ, timeout = 600)
    public Report check() {
        var walk = new Walk();
        try (Stream<Line> journal = db.sql("""
                SELECT t.sequence, t.kind, t.reference, t.bill_id, t.at, t.previous_hash, t.hash, p.account, p.amount_poisha
                FROM ledger_transactions t LEFT JOIN ledger_postings p ON p.transaction = t.sequence ORDER BY t.sequence, p.line
                """).withFetchSize(1_000).query(LedgerCheck::line).stream()) {
            journal.forEach(walk::see);
        }
        walk.end(db.sql("SELECT hash FROM ledger_head").query(byte[].class).single());
        billsThatDisagree().forEach(walk::problem);
        return new Report(walk.count, walk.problems);
    }

    private List<String> billsThatDisagree() {
        return db.sql("""
                SELECT b.number FROM bills b
                LEFT JOIN (SELECT t.bill_id, -sum(p.amount_poisha) AS credited FROM ledger_transactions t
                           JOIN ledger_postings p ON p.transaction = t.sequence AND p.account LIKE 'revenue:%'
                           WHERE t.bill_id IS NOT NULL GROUP BY t.bill_id) posted ON posted.bill_id = b.id
                WHERE b.credited_poisha <> coalesce(posted.credited, 0) LIMIT 100
                """).query(String.class).list().stream().map(number -> "bill " + number + " disagrees with its postings").toList();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        String account = row.getString("account");
        return new Line(row.getLong("sequence"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getBytes("previous_hash"), row.getBytes("hash"),
                new Entry(row.getString("kind"), row.getString("reference"), row.getObject("bill_id", UUID.class), List.of()),
                account == null ? null : new Posting(account, new Taka(row.getLong("amount_poisha"))));
    }

    private static final class Walk {

        private final List<String> problems = new ArrayList<>();
        private final List<Posting> postings = new ArrayList<>();
        private byte[] expected;
        private Line current;
        private long count;

        void see(Line line) {
            if (current == null || current.sequence != line.sequence) {
                finish();
                current = line;
                count++;
            }
            if (line.posting != null) {
                postings.add(line.posting);
            }
        }

        void end(byte[] head) {
            finish();
            if (expected != null && !Arrays.equals(expected, head)) {
                problem("the chain does not end where the head says: transactions are missing at the end");
            }
        }

        private void finish() {
            if (current == null) {
                return;
            }
            if (current.sequence != count) {
                problem("transaction " + count + " is missing");
                count = current.sequence;
            }
            if (expected != null && !Arrays.equals(expected, current.previous)) {
                problem("transaction " + current.sequence + " does not follow the one before it");
            }
            Entry head = current.head;
            byte[] hash = Chain.hash(current.previous, current.sequence, current.at, new Entry(head.kind(), head.reference(), head.bill(), List.copyOf(postings)));
            if (!Arrays.equals(hash, current.hash)) {
                problem("transaction " + current.sequence + " was changed");
            }
            if (postings.stream().mapToLong(posting -> posting.amount().poisha()).sum() != 0) {
                problem("transaction " + current.sequence + " does not balance");
            }
            expected = current.hash;
            postings.clear();
        }

        void problem(String words) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(words);
            }
        }
    }
}

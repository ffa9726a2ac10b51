package bd.cleancare.payments.ledger;

import bd.cleancare.shared.Taka;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The journal of all money, in double entry. What is posted stays; a mistake is corrected by a further posting. */
@Component
public class Ledger {

    /** One side of a transaction: debits positive, credits negative. */
    public record Posting(String account, Taka amount) {

        public static Posting debit(String account, Taka amount) {
            return new Posting(account, amount);
        }

        public static Posting credit(String account, Taka amount) {
            return new Posting(account, amount.negated());
        }
    }

    /** What a transaction is about; there is one for each kind and reference, however often somebody tries. */
    public record Entry(String kind, String reference, UUID bill, List<Posting> postings) {
    }

    private final JdbcClient db;
    private final Clock clock;

    Ledger(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Posts inside the caller's transaction, whose commit checks the balance. Take it last: it holds the end of the chain until then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long post(Entry entry) {
        var head = db.sql("UPDATE ledger_head SET sequence = sequence + 1 RETURNING sequence, hash")
                .query((row, _) -> new Head(row.getLong(1), row.getBytes(2))).single();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] hash = Chain.hash(head.hash, head.sequence, at, entry);
        // Everybody who posts waits for the head: what remains is one statement.
        db.sql("""
                WITH entry AS (
                    INSERT INTO ledger_transactions (sequence, kind, reference, bill_id, at, previous_hash, hash)
                    VALUES (:sequence, :kind, :reference, :bill, :at, :previous, :hash)),
                lines AS (
                    INSERT INTO ledger_postings (transaction, line, account, amount_poisha)
                    SELECT :sequence, line, account, poisha FROM unnest(:accounts::text[], :amounts::bigint[]) WITH ORDINALITY AS l (account, poisha, line))
                UPDATE ledger_head SET hash = :hash
                """).param("sequence", head.sequence).param("kind", entry.kind()).param("reference", entry.reference()).param("bill", entry.bill())
                .param("at", at.atOffset(java.time.ZoneOffset.UTC)).param("previous", head.hash).param("hash", hash)
                .param("accounts", entry.postings().stream().map(Posting::account).toArray(String[]::new))
                .param("amounts", entry.postings().stream().map(posting -> posting.amount().poisha()).toArray(Long[]::new)).update();
        return head.sequence;
    }

    private record Head(long sequence, byte[] hash) {
    }

    /** Debits less credits of every account that was ever posted to. They sum to zero at any moment. */
    public Map<String, Taka> trialBalance() {
        return db.sql("SELECT account, sum(amount_poisha)::bigint AS balance FROM ledger_postings GROUP BY account ORDER BY account")
                .query((row, _) -> Map.entry(row.getString(1), new Taka(row.getLong(2)))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Taka::plus, java.util.TreeMap::new));
    }

    public Taka balance(String account) {
        return new Taka(db.sql("SELECT coalesce(sum(amount_poisha), 0)::bigint FROM ledger_postings WHERE account = ?").param(account)
                .query(Long.class).single());
    }

    /** A service that the city adds gets a revenue account of its own. */
    public void openRevenueAccount(String serviceType) {
        db.sql("INSERT INTO ledger_accounts (code, kind) VALUES (?, 'income') ON CONFLICT DO NOTHING").param(Accounts.revenue(serviceType)).update();
    }
}

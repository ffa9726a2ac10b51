package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentFlowTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bd.cleancare.payments.ledger.Accounts;
import bd.cleancare.payments.ledger.Ledger;
import bd.cleancare.payments.ledger.Ledger.Entry;
import bd.cleancare.payments.ledger.Ledger.Posting;
import bd.cleancare.payments.ledger.LedgerCheck;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Taka;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionOperations;

@AppTest
class LedgerTest {

    @Autowired
    Ledger ledger;
    @Autowired
    LedgerCheck check;
    @Autowired
    JdbcClient db;
    @Autowired
    TransactionOperations transaction;
    @Autowired
    Receipts receipts;

    @Test
    void whatDoesNotBalanceIsRefusedAtCommit() {
        long before = count();
        for (List<Posting> bad : List.of(List.of(Posting.debit(Accounts.BANK, Taka.of(5)), Posting.credit(Accounts.SUSPENSE, Taka.of(4))),
                List.of(Posting.debit(Accounts.BANK, Taka.of(5))), List.<Posting>of())) {
            assertThatThrownBy(() -> post(Ids.next().toString(), bad)).isInstanceOf(RuntimeException.class);
        }
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void referenceIsPostedOnce() {
        String reference = Ids.next().toString();
        post(reference, fiveTaka());
        assertThatThrownBy(() -> post(reference, fiveTaka())).isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE ledger_postings SET amount_poisha = amount_poisha * 2", "DELETE FROM ledger_postings", "TRUNCATE ledger_postings",
            "UPDATE ledger_transactions SET kind = 'x'", "DELETE FROM ledger_transactions", "TRUNCATE ledger_transactions CASCADE"})
    void whatIsPostedStays(String sql) {
        post(Ids.next().toString(), fiveTaka());
        assertThatThrownBy(() -> db.sql(sql).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void trialBalanceIsZeroAtEveryMomentOfFiftyPostingAtOnce() {
        var sums = atOnce(100, i -> patiently(() -> {
            if (i % 2 == 0) {
                post(Ids.next().toString(), fiveTaka());
            }
            return ledger.trialBalance().values().stream().reduce(Taka.ZERO, Taka::plus);
        }));
        assertThat(Set.copyOf(sums)).containsExactly(Taka.ZERO);
        assertThat(check.check().problems()).isEmpty();
    }

    /** Somebody with all rights over the database changes a row behind the triggers' back. */
    @Test
    void tamperedJournalIsFound() {
        post(Ids.next().toString(), fiveTaka());
        long sequence = ledgerEnd();
        post(Ids.next().toString(), fiveTaka());
        for (String sql : List.of("UPDATE ledger_postings SET amount_poisha = amount_poisha * 10 WHERE transaction = ?", "UPDATE ledger_transactions SET reference = 'x' WHERE sequence = ?",
                "UPDATE ledger_transactions SET at = at + interval '1 second' WHERE sequence = ?", "UPDATE ledger_postings SET account = 'bank' WHERE transaction = ? AND line = 2",
                "DELETE FROM ledger_postings WHERE transaction = ?")) {
            transaction.executeWithoutResult(status -> {
                db.sql("SET LOCAL session_replication_role = replica").update();
                db.sql(sql).param(sequence).update();
                assertThat(check.check().problems()).as(sql).anyMatch(problem -> problem.contains("transaction " + sequence));
                status.setRollbackOnly();
            });
        }
        transaction.executeWithoutResult(status -> {
            db.sql("SET LOCAL session_replication_role = replica").update();
            db.sql("DELETE FROM ledger_postings WHERE transaction = ?").param(ledgerEnd()).update();
            db.sql("DELETE FROM ledger_transactions WHERE sequence = ?").param(ledgerEnd()).update();
            assertThat(check.check().sound()).isFalse();
            status.setRollbackOnly();
        });
    }

    /** Somebody writes a bill off by hand, past the ledger. */
    @Test
    void billThatDisagreesWithItsPostingsIsFound() {
        transaction.executeWithoutResult(status -> {
            UUID holding = Ids.next();
            db.sql("INSERT INTO holdings (id, number, shown_number, owner_name, ward_number) VALUES (?, 'odd', 'ODD', 'Owner', '7')").param(holding).update();
            db.sql("INSERT INTO bills (id, number, holding_id, service_type, period, demand_poisha, credited_poisha, due_on) VALUES (?, 'ODD-1', ?, 'holding-tax', '2026-27', 500, 100, now())")
                    .param(Ids.next()).param(holding).update();
            assertThat(check.check().problems()).containsExactly("bill ODD-1 disagrees with its postings");
            status.setRollbackOnly();
        });
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30T23:59:59.999+06:00,2025", "2026-07-01T00:00:00+06:00,2026", "2026-06-30T18:00:00Z,2026", "2026-06-30T17:59:59Z,2025", "2026-12-31T23:00:00Z,2026"})
    void fiscalYearBeginsAtMidnightOfJulyFirstInDhaka(String moment, int year) {
        assertThat(Receipts.fiscalYear(Instant.from(OffsetDateTime.parse(moment)))).isEqualTo(year);
    }

    /** A hundred want one of some thirty connections; who finds none in time comes again. */
    private static <T> T patiently(Supplier<T> work) {
        var done = new AtomicReference<T>();
        Await.until(() -> {
            try {
                done.set(work.get());
                return true;
            } catch (CannotGetJdbcConnectionException | CannotCreateTransactionException _) {
                return false;
            }
        }, Duration.ofSeconds(60));
        return done.get();
    }

    private long ledgerEnd() {
        return db.sql("SELECT max(sequence) FROM ledger_transactions").query(Long.class).single();
    }

    private long count() {
        return db.sql("SELECT count(*) FROM ledger_transactions").query(Long.class).single();
    }

    private void post(String reference, List<Posting> postings) {
        transaction.executeWithoutResult(_ -> ledger.post(new Entry("test", reference, null, postings)));
    }

    private static List<Posting> fiveTaka() {
        return List.of(Posting.debit(Accounts.BANK, Taka.of(5)), Posting.credit(Accounts.SUSPENSE, Taka.of(5)));
    }
}

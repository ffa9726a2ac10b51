package bd.cleancare.payments;

import static bd.cleancare.payments.ledger.Ledger.Posting.credit;
import static bd.cleancare.payments.ledger.Ledger.Posting.debit;

import bd.cleancare.payments.ledger.Accounts;
import bd.cleancare.payments.ledger.Ledger;
import bd.cleancare.payments.ledger.Ledger.Entry;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Compares a gateway's statement of a day with our books. Every kind of difference becomes an item that somebody works off. */
@Component
public class Reconciliation {

    /** @param badRows numbers of rows that could not be read; with any, nothing was compared */
    public record Result(int matched, Taka statementNet, Taka booked, List<String> badRows) {
    }

    private final AttemptStore attempts;
    private final Confirmation confirmation;
    private final ReconciliationStore store;
    private final Ledger ledger;
    private final TransactionOperations transaction;

    Reconciliation(AttemptStore attempts, Confirmation confirmation, ReconciliationStore store, Ledger ledger, TransactionOperations transaction) {
        this.attempts = attempts;
        this.confirmation = confirmation;
        this.store = store;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    public Result run(String gateway, LocalDate day, String csv, Viewer by) {
        StatementLine.File file = StatementLine.read(csv);
        if (!file.errors().isEmpty()) {
            return new Result(0, Taka.ZERO, Taka.ZERO, file.errors());
        }
        file.lines().stream().filter(line -> !line.refund()).forEach(line -> askAboutUnpaid(gateway, line));
        return transaction.execute(_ -> compare(gateway, day, file.lines(), by));
    }

    /** The statement says paid and we say not: the gateway is asked, and if it proves it the payment is corrected before anything is compared. */
    private void askAboutUnpaid(String gateway, StatementLine line) {
        if (attempts.byTrxId(gateway, line.trxId()).isEmpty()) {
            attempts.byInvoice(gateway, line.invoice()).ifPresent(attempt -> confirmation.ofPayment(attempt.payment()));
        }
    }

    private Result compare(String gateway, LocalDate day, List<StatementLine> lines, Viewer by) {
        store.lock(gateway, day);
        Map<String, StatementLine> payments = new HashMap<>();
        Set<String> refunds = new HashSet<>();
        int matched = 0;
        Taka net = Taka.ZERO;
        for (StatementLine line : lines) {
            net = line.refund() ? net.minus(line.amount()) : net.plus(line.amount()).minus(line.fee());
            if (line.refund()) {
                refunds.add(line.trxId());
                matched += refund(gateway, day, line) ? 1 : 0;
            } else if (payments.putIfAbsent(line.trxId(), line) != null) {
                store.item(gateway, day, "duplicate", line, null, null);
            } else {
                matched += payment(gateway, day, line) ? 1 : 0;
            }
        }
        store.ownPaidOn(gateway, day).stream().filter(own -> !payments.containsKey(own.trxId()))
                .forEach(own -> store.item(gateway, day, "missing_at_gateway", new StatementLine(false, own.trxId(), own.invoice(), Taka.ZERO, Taka.ZERO), own.amount(), own.payment()));
        Taka booked = store.bookedOn(gateway, day);
        store.done(gateway, day, matched, net, booked, by);
        return new Result(matched, net, booked, List.of());
    }

    private boolean payment(String gateway, LocalDate day, StatementLine line) {
        Optional<Attempt> own = attempts.byTrxId(gateway, line.trxId());
        if (own.isEmpty()) {
            store.item(gateway, day, "missing_here", line, null, null);
            // The money is at the gateway: it waits in suspense until somebody finds out whose it is.
            postOnce("suspense", gateway, line.trxId(), List.of(debit(Accounts.clearing(gateway), line.amount()), credit(Accounts.SUSPENSE, line.amount())));
            return false;
        }
        if (!own.get().amount().equals(line.amount())) {
            store.item(gateway, day, "amount_differs", line, own.get().amount(), own.get().payment());
            return false;
        }
        if (line.fee().isPositive()) {
            postOnce("fee", gateway, line.trxId(), List.of(debit(Accounts.GATEWAY_FEE, line.fee()), credit(Accounts.clearing(gateway), line.fee())));
        }
        Taka expected = store.expectedFee(gateway, line.amount());
        if (expected != null && Math.abs(expected.minus(line.fee()).poisha()) > 1) {
            store.item(gateway, day, "fee_differs", line, expected, own.get().payment());
            return false;
        }
        return true;
    }

    private boolean refund(String gateway, LocalDate day, StatementLine line) {
        if (store.hasRefund(gateway, line)) {
            return true;
        }
        UUID payment = attempts.byInvoice(gateway, line.invoice()).map(Attempt::payment).orElse(null);
        store.item(gateway, day, "refunded_only_there", line, null, payment);
        return false;
    }

    private void postOnce(String kind, String gateway, String trxId, List<Ledger.Posting> postings) {
        String reference = gateway + " " + trxId;
        if (!store.isPosted(kind, reference)) {
            ledger.post(new Entry(kind, reference, null, postings));
        }
    }
}

package bd.cleancare.payments;

import bd.cleancare.payments.MoveStore.Why;
import bd.cleancare.payments.gateway.Gateway;
import bd.cleancare.payments.gateway.Gateway.Made;
import bd.cleancare.payments.gateway.Gateway.RefundOrder;
import bd.cleancare.payments.gateway.Gateway.RefundOutcome;
import bd.cleancare.shared.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells the gateway to give money back: once. An answer that is lost is found by asking, never by sending again. */
@Component
public class RefundSending {

    private final RefundStore store;
    private final AttemptStore attempts;
    private final Gateways gateways;
    private final RefundBooks books;
    private final TransactionOperations transaction;

    RefundSending(RefundStore store, AttemptStore attempts, Gateways gateways, RefundBooks books, TransactionOperations transaction) {
        this.store = store;
        this.attempts = attempts;
        this.gateways = gateways;
        this.books = books;
        this.transaction = transaction;
    }

    /** An approved refund; does nothing when it is on its way already, or another one of the same payment is. */
    public void send(UUID id) {
        Refund refund = store.find(id).orElseThrow();
        Attempt attempt = attempts.get(refund.attempt());
        Gateway gateway = gateways.named(attempt.gateway()).orElse(null);
        if (gateway == null) {
            atTheCounter(refund, attempt);
            return;
        }
        RefundOrder order = order(refund, attempt);
        List<Made> before = gateway.refundsOf(order);
        if (!begin(refund, before)) {
            return;
        }
        RefundOutcome outcome = gateway.refund(order);
        transaction.executeWithoutResult(_ -> record(refund, outcome));
    }

    /** What was taken by hand goes back by hand. */
    private void atTheCounter(Refund refund, Attempt attempt) {
        if (Method.ofWord(attempt.gateway()).filter(Method::isAtTheCounter).isPresent()) {
            transaction.executeWithoutResult(_ -> books.atTheCounter(refund));
        }
    }

    private boolean begin(Refund refund, List<Made> before) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> books.sent(refund, before == null ? new String[0] : ids(before))));
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    private void record(Refund refund, RefundOutcome outcome) {
        switch (outcome) {
            case RefundOutcome.Refunded done -> books.succeeded(refund, RefundStatus.SENT, done.refundId(), Why.evidence(null, OwnWords.REFUND.before(done.refundId())));
            case RefundOutcome.Refused refused -> books.failed(refund, RefundStatus.SENT, Why.system(OwnWords.REFUSED.before(refused.code())));
            case RefundOutcome.Unknown unknown -> books.unknown(refund, unknown.reason());
            case RefundOutcome.ByHand _ -> books.byHand(refund);
        }
    }

    /** By another person than the one who asked for the refund; only what is done by hand or cannot be asked for is decided so. */
    public Refunds.Decision resolve(Refund refund, boolean done, String evidence, Viewer by) {
        if (by.id().equals(refund.requestedBy())) {
            return Refunds.Decision.SAME_PERSON;
        }
        return transaction.execute(_ -> books.resolve(refund, done, new Why(by.id(), OwnWords.BY_HAND.words(), evidence)) ? Refunds.Decision.DONE : Refunds.Decision.DECIDED_ALREADY);
    }

    /** Looks for the refund among those the gateway has made since. */
    void ask(Refund refund) {
        Attempt attempt = attempts.get(refund.attempt());
        List<Made> made = gateways.named(attempt.gateway()).map(gateway -> gateway.refundsOf(order(refund, attempt))).orElse(null);
        List<String> before = Arrays.asList(store.seenBefore(refund.id()));
        Optional<Made> ours = made == null ? Optional.empty()
                : made.stream().filter(each -> !before.contains(each.refundId()) && (each.amount() == null || each.amount().equals(refund.amount()))).findFirst();
        transaction.executeWithoutResult(_ -> {
            if (ours.isPresent()) {
                books.succeeded(refund, refund.status(), ours.get().refundId(), Why.evidence(OwnWords.FOUND_BY_ASKING.words(), OwnWords.REFUND.before(ours.get().refundId())));
            } else if (refund.status() == RefundStatus.SENT) {
                books.unknown(refund, OwnWords.ANSWER_LOST.words());
            }
        });
    }

    private static RefundOrder order(Refund refund, Attempt attempt) {
        return new RefundOrder(attempt.reference(), attempt.trxId(), refund.amount(), refund.id().toString(), refund.reason());
    }

    private static String[] ids(List<Made> made) {
        return made.stream().map(Made::refundId).toArray(String[]::new);
    }
}

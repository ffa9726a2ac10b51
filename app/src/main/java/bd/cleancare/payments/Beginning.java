package bd.cleancare.payments;

import bd.cleancare.payments.MoveStore.Also;
import bd.cleancare.payments.MoveStore.Why;
import bd.cleancare.payments.gateway.Gateway;
import bd.cleancare.payments.gateway.Gateway.Creation;
import bd.cleancare.shared.Ids;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Begins a try with a gateway: written down first, then asked without a transaction, then written down what came of it. */
@Component
class Beginning {

    private final PaymentStore payments;
    private final AttemptStore attempts;
    private final MoveStore moves;
    private final PaymentSettings settings;
    private final TransactionOperations transaction;

    Beginning(PaymentStore payments, AttemptStore attempts, MoveStore moves, PaymentSettings settings, TransactionOperations transaction) {
        this.payments = payments;
        this.attempts = attempts;
        this.moves = moves;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Inside the caller's transaction: from here on the attempt is known to those who look after unfinished ones. */
    Attempt attempt(Payment payment, Method method, Gateway gateway) {
        UUID id = Ids.next();
        Attempt attempt = attempts.insert(id, payment, attempts.ofPayment(payment.id()).size() + 1, method, gateway.name());
        moves.created(payment.id(), "attempt", id, "new", "AttemptBegun", Why.system(gateway.name()));
        moves.attempt(id, AttemptStatus.NEW, AttemptStatus.CREATE_SENT, Why.system(null), new Also());
        return attempt;
    }

    Optional<Attempt> latest(UUID payment) {
        return attempts.ofPayment(payment).reversed().stream().findFirst();
    }

    Begun send(Attempt attempt, Gateway gateway, PaymentOrder order) {
        String callback = order.baseUrl() + "/api/payments/" + gateway.name() + "/callback/";
        Creation creation = gateway.create(new Gateway.Order(attempt.invoice(), attempt.amount(), "0" + order.phone().canonical().substring(4), callback, order.address()));
        return transaction.execute(_ -> record(attempt, creation));
    }

    private Begun record(Attempt attempt, Creation creation) {
        Payment payment = payments.lock(attempt.payment());
        return switch (creation) {
            case Creation.Created created -> created(attempt, payment, created);
            case Creation.Refused refused -> refused(attempt, payment, refused);
            case Creation.Unknown unknown -> {
                moves.attempt(attempt.id(), AttemptStatus.CREATE_SENT, AttemptStatus.UNKNOWN_CREATE, Why.system(unknown.reason()),
                        new Also().set("gateway_payment_id", unknown.paymentId()));
                attempts.release(attempt.id(), settings.checkAfter(0));
                yield new Begun.Unclear(payments.lock(payment.id()));
            }
        };
    }

    private Begun created(Attempt attempt, Payment payment, Creation.Created created) {
        moves.attempt(attempt.id(), AttemptStatus.CREATE_SENT, AttemptStatus.REDIRECTED, Why.system(null), new Also().set("gateway_payment_id", created.paymentId())
                .set("redirect_url", created.redirectUrl()).set("expires_at", created.expiresAt().atOffset(java.time.ZoneOffset.UTC))
                .set("last_answer", ":last_answer::jsonb", created.answer()));
        boolean payerWasFaster = attempts.takeEarlyCallback(attempt.gateway(), created.paymentId());
        attempts.release(attempt.id(), payerWasFaster ? Duration.ZERO : settings.checkAfter(0));
        if (payment.status() == PaymentStatus.CREATED) {
            moves.payment(payment.id(), PaymentStatus.CREATED, PaymentStatus.AWAITING_PAYER, Why.system(attempt.gateway()), new Also());
        }
        return new Begun.Sent(payments.lock(payment.id()), attempt.gateway(), created.redirectUrl());
    }

    private Begun refused(Attempt attempt, Payment payment, Creation.Refused refused) {
        String reason = refused.why().name().toLowerCase(java.util.Locale.ROOT);
        moves.attempt(attempt.id(), AttemptStatus.CREATE_SENT, AttemptStatus.DECLINED, Why.system(reason + " " + refused.code()), new Also());
        attempts.release(attempt.id(), null);
        if (payment.status() == PaymentStatus.CREATED && attempts.ofPayment(payment.id()).size() == 1) {
            moves.payment(payment.id(), PaymentStatus.CREATED, PaymentStatus.FAILED, Why.system(reason), new Also().set("failure_reason", reason));
        }
        return new Begun.Refused(payments.lock(payment.id()), refused.why());
    }
}

package bd.cleancare.payments;

import bd.cleancare.payments.gateway.Gateway;
import bd.cleancare.payments.gateway.Gateway.Outcome;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import bd.cleancare.shared.Worded;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The front door to money that came with something wrong about it: another amount, an invoice of another payment, a risk. Staff decide,
 * with evidence; the gateway is asked once more before, and what it says then bounds what can be decided.
 */
@Component
public class HeldPayments {

    /**
     * @param id of the attempt that is held; a payment may have several
     * @param told what the gateway said was paid
     * @param why what did not fit, in words for staff
     * @param proof the gateway and its transaction, as it told them
     */
    public record Held(UUID id, Payment payment, String gateway, String invoice, Taka expected, Taka told, String why, String proof, Instant since) {
    }

    public enum Decision implements Worded {
        /** The money counts for what it was paid for, as much as came. */
        RELEASE,
        /** It goes back to the payer; the refund is then approved by somebody else. */
        REFUND,
        /** There is no money of this payment at the gateway. */
        NOTHING_CAME;

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public sealed interface Decided {

        record Done(Payment payment) implements Decided {
        }

        /** The gateway's word is against it: the money is there and ours, or it is not. */
        record GatewayContradicts() implements Decided {
        }

        /** The gateway gives no clear answer now. */
        record Unclear() implements Decided {
        }

        /** Another attempt paid the payment: this money can only go back. */
        record PaidAlready() implements Decided {
        }

        record DecidedAlready() implements Decided {
        }
    }

    private final HeldStore store;
    private final AttemptStore attempts;
    private final Gateways gateways;
    private final HeldMoney money;

    HeldPayments(HeldStore store, AttemptStore attempts, Gateways gateways, HeldMoney money) {
        this.store = store;
        this.attempts = attempts;
        this.gateways = gateways;
        this.money = money;
    }

    /** Oldest first, as far as the viewer may see their payments. */
    public List<Held> list(Viewer viewer) {
        return store.list(viewer);
    }

    /** Empty when there is none, it is decided, or the viewer may not know of it. */
    public Optional<Held> find(UUID id, Viewer viewer) {
        return id == null ? Optional.empty() : store.find(id, viewer);
    }

    /** @param evidence what the decision rests on, in the decider's words; kept with the trail */
    public Decided decide(Held held, Decision decision, String evidence, Viewer by) {
        Gateway gateway = gateways.named(held.gateway()).orElse(null);
        if (gateway == null) {
            return new Decided.Unclear();
        }
        Outcome now = gateway.query(attempts.get(held.id()).reference());
        return money.decide(held.id(), decision, now, evidence, by);
    }
}

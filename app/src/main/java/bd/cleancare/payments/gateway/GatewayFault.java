package bd.cleancare.payments.gateway;

import bd.cleancare.payments.gateway.Gateway.Creation;
import bd.cleancare.payments.gateway.Gateway.Refusal;
import bd.cleancare.payments.gateway.Gateway.RefundOutcome;

/** The gateway gave no answer that can be read. It may or may not have done what was asked. */
public final class GatewayFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean sent;

    private GatewayFault(String reason, boolean sent) {
        super(reason, null, false, false);
        this.sent = sent;
    }

    public static GatewayFault unclear(String reason) {
        return new GatewayFault(reason, true);
    }

    /** Nothing has left this machine, so the gateway cannot have done anything. */
    public static GatewayFault notSent(String reason) {
        return new GatewayFault(reason, false);
    }

    /** A payment that may have been made is never called refused. @param paymentId what the gateway had told before it fell silent; null for nothing */
    public Creation ofCreate(String paymentId) {
        return sent || paymentId != null ? new Creation.Unknown(getMessage(), paymentId) : new Creation.Refused(Refusal.UNAVAILABLE, getMessage(), null);
    }

    /** Nor is a refund. */
    public RefundOutcome ofRefund() {
        return sent ? new RefundOutcome.Unknown(getMessage()) : new RefundOutcome.Refused("not-sent", getMessage());
    }
}

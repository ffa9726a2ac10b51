package bd.cleancare.payments.gateway;

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

    public boolean wasSent() {
        return sent;
    }
}

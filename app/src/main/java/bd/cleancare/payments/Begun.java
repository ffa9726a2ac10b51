package bd.cleancare.payments;

import bd.cleancare.payments.gateway.Gateway.Refusal;

/** What came of a wish to pay. */
public sealed interface Begun {

    /** The payer goes to the gateway's page. */
    record Sent(Payment payment, String gateway, String redirectUrl) implements Begun {
    }

    /** The gateway will not take it; the bill stays payable. */
    record Refused(Payment payment, Refusal why) implements Begun {
    }

    /** The gateway gave no answer that can be read; the payer may try again. */
    record Unclear(Payment payment) implements Begun {
    }

    /** The bill is being paid already. */
    record AlreadyOpen(Payment payment) implements Begun {
    }

    /** No gateway takes the method here. */
    record Unsupported() implements Begun {
    }
}

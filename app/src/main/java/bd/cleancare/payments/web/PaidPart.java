package bd.cleancare.payments.web;

import bd.cleancare.payments.Bill;
import bd.cleancare.payments.Bills;
import bd.cleancare.payments.Payment;
import bd.cleancare.payments.Receipts;
import org.springframework.stereotype.Component;

/** What was paid for and the paper of it. */
@Component
class PaidPart {

    private final Bills bills;
    private final Receipts receipts;
    private final PayerParts parts;
    private final PaymentEdge edge;

    PaidPart(Bills bills, Receipts receipts, PayerParts parts, PaymentEdge edge) {
        this.bills = bills;
        this.receipts = receipts;
        this.parts = parts;
        this.edge = edge;
    }

    /** Null for an amount of the payer's own choice. */
    Bill bill(Payment payment) {
        return payment.bill() == null ? null : bills.find(payment.bill()).orElse(null);
    }

    /** Null while there is none. */
    Receipts.Receipt receipt(Payment payment) {
        return receipts.ofPayment(payment.id()).orElse(null);
    }

    PayerParts parts() {
        return parts;
    }

    PaymentEdge edge() {
        return edge;
    }
}

package bd.cleancare.payments.web;

import bd.cleancare.payments.Begun;
import bd.cleancare.payments.Bill;
import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentStatus;
import bd.cleancare.payments.Payments;
import bd.cleancare.payments.Receipts;
import bd.cleancare.payments.ServiceType;
import bd.cleancare.payments.ServiceTypes;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import org.springframework.stereotype.Component;

/** What the pages need from other doors. */
@Component
class PaymentPageParts {

    private final Payments payments;
    private final Receipts receipts;
    private final ServiceTypes services;
    private final Users users;

    PaymentPageParts(Payments payments, Receipts receipts, ServiceTypes services, Users users) {
        this.payments = payments;
        this.receipts = receipts;
        this.services = services;
        this.users = users;
    }

    PhoneNumber phoneOf(Viewer viewer) {
        return users.byId(viewer.id()).map(Account::phone).orElseThrow(() -> Problem.detail(401, "token_not_valid"));
    }

    ServiceType service(Bill bill) {
        return services.byCode(bill.serviceType()).orElseThrow();
    }

    /** The number on the receipt; null while there is none. */
    String receipt(Payment payment) {
        return receipts.ofPayment(payment.id()).map(Receipts.Receipt::number).orElse(null);
    }

    /** Where the payer goes on; null when there is nothing to pay any more. */
    String gatewayUrl(Payment payment) {
        return payment.status() == PaymentStatus.AWAITING_PAYER && payments.whereItStands(payment.id()) instanceof Begun.Sent sent ? sent.redirectUrl() : null;
    }
}

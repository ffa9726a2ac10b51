package bd.cleancare.demo;

import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentLists;
import bd.cleancare.payments.PaymentSearch;
import bd.cleancare.payments.PaymentStatus;
import bd.cleancare.payments.Refunds;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Leaves the city's payments desk something to do: a refund to decide about, and a day whose statement does not fit. */
@Component
@Profile("demo")
class DemoDesk {

    private static final Taka PART = Taka.of(100);

    private final PaymentSearch search;
    private final Refunds refunds;
    private final DemoDifference difference;
    private final DemoAccounts accounts;

    DemoDesk(PaymentSearch search, Refunds refunds, DemoDifference difference, DemoAccounts accounts) {
        this.search = search;
        this.refunds = refunds;
        this.difference = difference;
        this.accounts = accounts;
    }

    void leaveWork(String nagadPage) {
        Viewer maker = accounts.viewer(DemoAccounts.ADMIN);
        paid("bkash", maker).ifPresent(payment -> refunds.ask(payment, PART, payment.refundable(), "মিটার ভুল পড়া হয়েছিল, বাড়তি টাকা ফেরত", maker));
        if (nagadPage != null) {
            paid("nagad", maker).ifPresent(payment -> difference.make(payment, nagadPage, maker));
        }
    }

    private Optional<Payment> paid(String method, Viewer viewer) {
        var wish = new PaymentSearch.Wish(new PaymentLists.Filter(method, null, null, null, null), PaymentStatus.PAID, null, null);
        return search.visible(viewer, wish, null, null, 1).payments().stream().findFirst();
    }
}

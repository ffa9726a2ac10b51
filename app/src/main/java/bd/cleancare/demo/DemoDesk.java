package bd.cleancare.demo;

import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentLists;
import bd.cleancare.payments.PaymentSearch;
import bd.cleancare.payments.PaymentStatus;
import bd.cleancare.payments.PaymentTrail;
import bd.cleancare.payments.Reconciliation;
import bd.cleancare.payments.Refunds;
import bd.cleancare.payments.StatementSource;
import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Leaves the city's payments desk something to do: a refund to decide about, and a day whose statement does not fit. */
@Component
@Profile("demo")
class DemoDesk {

    private static final Taka PART = Taka.of(100);

    private final PaymentSearch search;
    private final PaymentTrail trail;
    private final Refunds refunds;
    private final Reconciliation reconciliation;
    private final ObjectProvider<StatementSource> statements;
    private final DemoPayer payer;
    private final DemoAccounts accounts;

    DemoDesk(PaymentSearch search, PaymentTrail trail, Refunds refunds, Reconciliation reconciliation, ObjectProvider<StatementSource> statements, DemoPayer payer, DemoAccounts accounts) {
        this.search = search;
        this.trail = trail;
        this.refunds = refunds;
        this.reconciliation = reconciliation;
        this.statements = statements;
        this.payer = payer;
        this.accounts = accounts;
    }

    void leaveWork(String nagadPage) {
        Viewer maker = accounts.viewer(DemoAccounts.ADMIN);
        paid("bkash", maker).ifPresent(payment -> refunds.ask(payment, PART, payment.refundable(), "মিটার ভুল পড়া হয়েছিল, বাড়তি টাকা ফেরত", maker));
        if (nagadPage != null) {
            paid("nagad", maker).flatMap(payment -> trail.tries(payment).stream().map(PaymentTrail.Try::gatewayTrx).filter(java.util.Objects::nonNull).findFirst())
                    .ifPresent(trxId -> compareASpoiltDay(nagadPage, trxId));
        }
    }

    /** Compared at once: the simulators forget the day at the next start, the difference stays. */
    private void compareASpoiltDay(String nagadPage, String trxId) {
        payer.spoilsTheStatement(nagadPage, trxId);
        LocalDate today = LocalDate.now(CityTime.ZONE);
        statements.stream().map(source -> source.statement("nagad", today)).flatMap(Optional::stream).findFirst()
                .ifPresent(csv -> reconciliation.run("nagad", today, csv, accounts.viewer(DemoAccounts.ADMIN)));
    }

    private Optional<Payment> paid(String method, Viewer viewer) {
        var wish = new PaymentSearch.Wish(new PaymentLists.Filter(method, null, null, null, null), PaymentStatus.PAID, null, null);
        return search.visible(viewer, wish, null, null, 1).payments().stream().findFirst();
    }
}

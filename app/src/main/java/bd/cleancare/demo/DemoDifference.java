package bd.cleancare.demo;

import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentTrail;
import bd.cleancare.payments.Reconciliation;
import bd.cleancare.payments.StatementSource;
import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Viewer;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A day at Nagad whose statement does not fit our books. */
@Component
@Profile("demo")
class DemoDifference {

    private final PaymentTrail trail;
    private final DemoPayer payer;
    private final ObjectProvider<StatementSource> statements;
    private final Reconciliation reconciliation;

    DemoDifference(PaymentTrail trail, DemoPayer payer, ObjectProvider<StatementSource> statements, Reconciliation reconciliation) {
        this.trail = trail;
        this.payer = payer;
        this.statements = statements;
        this.reconciliation = reconciliation;
    }

    void make(Payment payment, String nagadPage, Viewer clerk) {
        trail.tries(payment).stream().map(PaymentTrail.Try::gatewayTrx).filter(Objects::nonNull).findFirst()
                .ifPresent(trxId -> compareASpoiltDay(nagadPage, trxId, clerk));
    }

    /** Compared at once: the simulators forget the day at the next start, the difference stays. */
    private void compareASpoiltDay(String nagadPage, String trxId, Viewer clerk) {
        payer.spoilsTheStatement(nagadPage, trxId);
        LocalDate today = LocalDate.now(CityTime.ZONE);
        statements.stream().map(source -> source.statement("nagad", today)).flatMap(Optional::stream).findFirst()
                .ifPresent(csv -> reconciliation.run("nagad", today, csv, clerk));
    }
}

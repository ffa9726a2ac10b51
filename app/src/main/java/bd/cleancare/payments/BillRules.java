package bd.cleancare.payments;

import bd.cleancare.shared.Taka;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** What is taken off a bill that is paid in time, and added to one that is late. */
@Component
class BillRules {

    private final PaymentSettings settings;

    BillRules(PaymentSettings settings) {
        this.settings = settings;
    }

    Taka rebate(String serviceType, Taka demand, LocalDate dueOn, LocalDate paidOn) {
        return paidOn.isAfter(dueOn) ? Taka.ZERO : demand.share(settings.terms(serviceType).rebateBasisPoints());
    }

    /** A begun month counts whole. */
    Taka surcharge(String serviceType, Taka demand, LocalDate dueOn, LocalDate paidOn) {
        if (!paidOn.isAfter(dueOn)) {
            return Taka.ZERO;
        }
        PaymentSettings.Terms terms = settings.terms(serviceType);
        long months = ChronoUnit.MONTHS.between(dueOn, paidOn.minusDays(1)) + 1;
        long points = Math.min(months * terms.surchargeBasisPoints(), terms.largestSurchargeBasisPoints());
        return demand.share((int) points);
    }
}

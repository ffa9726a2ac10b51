package bd.cleancare.payments;

import bd.cleancare.payments.ledger.Accounts;
import bd.cleancare.payments.ledger.Ledger;
import bd.cleancare.payments.ledger.Ledger.Entry;
import bd.cleancare.payments.ledger.Ledger.Posting;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door to bills. What has to be paid is computed here, from the demand and the day, and nowhere else. */
@Component
public class Bills {

    private final BillStore store;
    private final Ledger ledger;
    private final Clock clock;

    Bills(BillStore store, Ledger ledger, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Anybody may pay a bill whose id or holding number they know. */
    public Optional<Bill> find(UUID id) {
        return id == null ? Optional.empty() : store.find(id, today());
    }

    public List<Bill> mine(Viewer viewer) {
        return store.ofOwner(viewer.id(), today());
    }

    public List<Bill> dueOfHolding(String number) {
        return store.dueOfHolding(number, today());
    }

    /** Cash at the counter; the rest of a gateway payment that is under way is found when it arrives. */
    @Transactional
    public Optional<Bill> paidAtCounter(UUID id, String counterReference) {
        Bill bill = store.lock(id, today());
        Taka amount = bill.payable();
        if (!amount.isPositive()) {
            return Optional.empty();
        }
        store.credit(id, amount, true);
        ledger.post(new Entry("counter", counterReference, id, List.of(Posting.debit(Accounts.BANK, amount), Posting.credit(Accounts.revenue(bill.serviceType()), amount))));
        return store.find(id, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(BillRules.DHAKA));
    }
}

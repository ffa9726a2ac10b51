package bd.cleancare.notifications;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.PhoneNumber;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The front door: everything else tells facts here, inside the transaction that makes them true, and does not care who hears of them,
 * where and in which language. A fact is stored with that transaction and told after its commit, at least once; each recipient hears
 * it once on each channel.
 */
@Component
public class Notifications {

    private final FactStore facts;
    private final Teller teller;
    private final Letters letters;

    Notifications(FactStore facts, Teller teller, Letters letters) {
        this.facts = facts;
        this.teller = teller;
        this.letters = letters;
    }

    /** Part of the caller's transaction; telling a fact again under its key does nothing. */
    @Transactional
    public void tell(Fact fact) {
        tellAll(List.of(fact));
    }

    @Transactional
    public void tellAll(Collection<Fact> told) {
        told.forEach(facts::insert);
        afterCommit();
    }

    /**
     * For a phone that no account has any more, such as the old one after a change: one SMS, written now, in a language the caller knows.
     *
     * @param fact its recipients are told too
     */
    @Transactional
    public void tellPhone(Fact fact, PhoneNumber phone, Language language) {
        if (facts.insert(fact)) {
            letters.toPhone(fact, phone, language);
            afterCommit();
        }
    }

    private void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                teller.wake();
            }
        });
    }
}

package bd.cleancare.adminusers;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.NewAccount;
import bd.cleancare.users.NewAccounts;
import bd.cleancare.users.Standing;
import bd.cleancare.users.Standings;
import bd.cleancare.users.Standings.Outcome;
import bd.cleancare.users.Users;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The front door to who works here: a decision, its record, and what follows from it are one transaction. */
@Component
public class Staff {

    private final Users users;
    private final NewAccounts newAccounts;
    private final Standings standings;
    private final StaffChangeStore changes;
    private final Aftermath aftermath;

    Staff(Users users, NewAccounts newAccounts, Standings standings, StaffChangeStore changes, Aftermath aftermath) {
        this.users = users;
        this.newAccounts = newAccounts;
        this.standings = standings;
        this.changes = changes;
        this.aftermath = aftermath;
    }

    /** Whoever works here or once did; empty for citizens, whose accounts are nobody's business. */
    public Optional<Account> find(UUID id) {
        return id == null ? Optional.empty() : users.byId(id).filter(account -> account.role() != Role.CITIZEN || !changes.of(id).isEmpty());
    }

    public List<StaffChange> changesOf(Account account) {
        return changes.of(account.id());
    }

    public List<StaffChange> latestChanges(int most) {
        return changes.latest(most);
    }

    /**
     * Gives a person work: the citizen with this number, or a new account. Either begins without a password, logs in with a code and chooses one
     * by the rules for staff.
     *
     * @return as {@link Standings#change}; overtaken when the person works here already
     */
    @Transactional
    public Outcome add(Viewer decider, PhoneNumber phone, String name, Standing to) {
        UUID person = users.byPhone(phone).filter(Account::verified).map(Account::id)
                .or(() -> newAccounts.makeVerified(new NewAccount(phone, name, null, null, null, Language.BANGLA, null), Role.CITIZEN)).orElse(null);
        Account account = person == null ? null : users.byId(person).orElse(null);
        if (account == null || account.role() != Role.CITIZEN) {
            return new Outcome.Overtaken();
        }
        Outcome outcome = change(decider, person, Standing.of(account), to);
        if (!(outcome instanceof Outcome.Changed)) {
            // Nothing of it counts: no account is left over that nobody decided upon.
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }

    /** @param seen what the decision is based on */
    @Transactional
    public Outcome change(Viewer decider, UUID person, Standing seen, Standing to) {
        Outcome outcome = standings.change(decider.id(), person, seen, to);
        if (outcome instanceof Outcome.Changed(Standing before, Account account) && !before.equals(to)) {
            aftermath.of(changes.insert(person, decider.id(), before, to), account, before, to);
        }
        return outcome;
    }
}

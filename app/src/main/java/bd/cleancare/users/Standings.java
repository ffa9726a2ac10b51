package bd.cleancare.users;

import bd.cleancare.shared.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works here, and as what: a super admin decides that about everybody else, so there is always one left. */
@Component
public class Standings {

    /** What became of a change. */
    public sealed interface Outcome {

        record Changed(Standing before, Account account) implements Outcome {
        }

        /** It is no longer what the decision was based on. */
        record Overtaken() implements Outcome {
        }

        /** Whoever decides is no super admin (any more), or it is about themselves. */
        record NotAllowed() implements Outcome {
        }

        /** There is no such account, or nobody ever confirmed its number. */
        record Unknown() implements Outcome {
        }
    }

    private final UserStore store;
    private final ApplicationEventPublisher events;

    Standings(UserStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    /**
     * Holds both accounts meanwhile: two super admins who take each other's role at once are one after the other, and the second has none.
     *
     * @param seen what the decision is based on
     */
    @Transactional
    public Outcome change(UUID decider, UUID person, Standing seen, Standing to) {
        List<Account> locked = store.lock(List.of(decider, person));
        Account account = of(person, locked).filter(Account::verified).orElse(null);
        boolean allowed = of(decider, locked).filter(Account::active).filter(found -> found.role() == Role.SUPER_ADMIN).isPresent();
        if (!allowed || decider.equals(person)) {
            return new Outcome.NotAllowed();
        }
        if (account == null) {
            return new Outcome.Unknown();
        }
        Standing before = Standing.of(account);
        if (!before.equals(seen)) {
            return new Outcome.Overtaken();
        }
        if (!before.equals(to)) {
            store.setStanding(person, to, before.role() == Role.CITIZEN);
            events.publishEvent(new AccountChanged(person));
        }
        return new Outcome.Changed(before, store.byId(person).orElseThrow());
    }

    private static Optional<Account> of(UUID id, List<Account> accounts) {
        return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
    }
}

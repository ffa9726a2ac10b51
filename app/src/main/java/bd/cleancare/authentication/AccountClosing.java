package bd.cleancare.authentication;

import bd.cleancare.notifications.Event;
import bd.cleancare.notifications.Fact;
import bd.cleancare.notifications.Notifications;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leaving: citizens at any time, staff only by a super admin. */
@Component
public class AccountClosing {

    private final Users users;
    private final Sessions sessions;
    private final Notifications notifications;

    AccountClosing(Users users, Sessions sessions, Notifications notifications) {
        this.users = users;
        this.sessions = sessions;
        this.notifications = notifications;
    }

    /** @throws Problem 403 for staff */
    public void requireMayClose(Account account) {
        if (account.role() != Role.CITIZEN) {
            throw Problem.detail(403, "staff_close");
        }
    }

    /** The phone is told while we still know it. */
    @Transactional
    public void close(Viewer viewer) {
        users.byId(viewer.id()).ifPresent(account -> notifications.tellPhone(
                new Fact(Event.ACCOUNT_CLOSED, account.id().toString(), List.of(), "/", Map.of()), account.phone(), account.language()));
        users.close(viewer.id());
        sessions.endAll(viewer.id(), "account_closed");
    }
}

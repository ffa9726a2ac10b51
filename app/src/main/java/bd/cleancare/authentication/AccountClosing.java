package bd.cleancare.authentication;

import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import org.springframework.stereotype.Component;

/** Leaving: citizens at any time, staff only by a super admin. */
@Component
public class AccountClosing {

    private final Users users;
    private final Sessions sessions;

    AccountClosing(Users users, Sessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    /** @throws Problem 403 for staff */
    public void requireMayClose(Account account) {
        if (account.role() != Role.CITIZEN) {
            throw Problem.detail(403, "staff_close");
        }
    }

    public void close(Viewer viewer) {
        users.close(viewer.id());
        sessions.endAll(viewer.id(), "account_closed");
    }
}

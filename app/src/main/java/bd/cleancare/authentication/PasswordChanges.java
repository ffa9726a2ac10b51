package bd.cleancare.authentication;

import bd.cleancare.authentication.Codes.Right;
import bd.cleancare.notifications.Event;
import bd.cleancare.notifications.Fact;
import bd.cleancare.notifications.Notifications;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.Credentials;
import bd.cleancare.users.Credentials.Login;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** New passwords, by a code for who forgot the old one. Whoever else is logged in is not any more, and the phone is told. */
@Component
public class PasswordChanges {

    /** Proof of a right code. */
    public static final class ResetTicket {

        private final Right right;
        private final String newPassword;

        private ResetTicket(Right right, String newPassword) {
            this.right = right;
            this.newPassword = newPassword;
        }

        public String newPassword() {
            return newPassword;
        }
    }

    private final Credentials credentials;
    private final Codes codes;
    private final Sessions sessions;
    private final Notifications notifications;
    private final TransactionTemplate transaction;

    PasswordChanges(Credentials credentials, Codes codes, Sessions sessions, Notifications notifications, TransactionTemplate transaction) {
        this.credentials = credentials;
        this.codes = codes;
        this.sessions = sessions;
        this.notifications = notifications;
        this.transaction = transaction;
    }

    /** Looks the same for a phone without an account. */
    public void requestReset(PhoneNumber phone, Language language, Caller caller) {
        UUID user = credentials.of(phone).filter(login -> login.active() && login.verified()).map(Login::id).orElse(null);
        codes.send(CodePurpose.PASSWORD_RESET, phone, user, language, caller);
    }

    /**
     * Reads the new password by the rules of whoever has the phone and then pays for one guess at the code, so that a password
     * that is refused costs none. Hash it before {@link #reset}, outside of any transaction.
     */
    public Optional<ResetTicket> checkReset(PhoneNumber phone, String code, Function<Role, String> readPassword) {
        String password = readPassword.apply(Role.CITIZEN);
        Optional<Right> right = codes.guess(CodePurpose.PASSWORD_RESET, phone, code);
        // Only now: that a phone belongs to staff is not told to who does not hold it.
        right.flatMap(found -> credentials.of(found.userId())).map(Login::role).filter(role -> role != Role.CITIZEN).ifPresent(readPassword::apply);
        return right.map(found -> new ResetTicket(found, password));
    }

    /** @return false when the code was used by somebody else meanwhile */
    public boolean reset(ResetTicket ticket, String passwordHash) {
        Right right = ticket.right;
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!codes.consume(right)) {
                return false;
            }
            credentials.setPassword(right.userId(), passwordHash);
            sessions.endAll(right.userId(), "password_reset");
            tell(right.userId(), right.codeId());
            return true;
        }));
    }

    public void change(Viewer viewer, Account account, String passwordHash) {
        transaction.executeWithoutResult(_ -> {
            credentials.setPassword(viewer.id(), passwordHash);
            sessions.endOthers(viewer);
            tell(account.id(), Ids.next());
        });
    }

    private void tell(UUID user, UUID change) {
        notifications.tell(new Fact(Event.PASSWORD_CHANGED, change.toString(), List.of(user), "/profile/", Map.of()));
    }
}

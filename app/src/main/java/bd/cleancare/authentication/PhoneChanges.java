package bd.cleancare.authentication;

import bd.cleancare.authentication.Codes.Right;
import bd.cleancare.notifications.Event;
import bd.cleancare.notifications.Fact;
import bd.cleancare.notifications.Notifications;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.users.Account;
import bd.cleancare.users.Credentials;
import bd.cleancare.users.Credentials.Login;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Another phone number for an account: the new one is confirmed by a code, the old one is told. */
@Component
public class PhoneChanges {

    private final Credentials credentials;
    private final Codes codes;
    private final Notifications notifications;
    private final Sessions sessions;
    private final TransactionTemplate transaction;

    PhoneChanges(Credentials credentials, Codes codes, Notifications notifications, Sessions sessions, TransactionTemplate transaction) {
        this.credentials = credentials;
        this.codes = codes;
        this.notifications = notifications;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    /** The caller has made sure that it is really the owner. @throws Problem 400 when the number has an account */
    public void request(Account account, PhoneNumber phone, Caller caller) {
        if (credentials.of(phone).filter(Login::verified).isPresent()) {
            throw taken();
        }
        codes.send(CodePurpose.PHONE_CHANGE, phone, account.id(), account.language(), caller);
    }

    /**
     * @return false for a code that is wrong, late, used or another account's
     * @throws Problem 400 when the number got an account meanwhile
     */
    public boolean confirm(Account account, UUID session, PhoneNumber phone, String code) {
        Right right = codes.guess(CodePurpose.PHONE_CHANGE, phone, code).filter(found -> found.userId().equals(account.id())).orElse(null);
        return right != null && Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!codes.consume(right)) {
                return false;
            }
            if (!credentials.changePhone(account.id(), phone)) {
                throw taken();
            }
            sessions.endAllBut(account.id(), session, "phone_changed");
            notifications.tellPhone(new Fact(Event.PHONE_CHANGED, right.codeId().toString(), List.of(account.id()), "/profile/", Map.of()),
                    account.phone(), account.language());
            return true;
        }));
    }

    static Problem taken() {
        return Problem.fields(FieldErrors.of("phone", "field.phone_taken"));
    }
}

package bd.cleancare.authentication;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people may do to their own account once it is sure that it is really them: who calls has made sure. */
@Component
public class AccountChanges {

    private final Logins logins;
    private final PasswordChanges passwordChanges;
    private final Passwords passwords;
    private final PhoneChanges phones;
    private final AccountClosing closing;

    AccountChanges(Logins logins, PasswordChanges passwordChanges, Passwords passwords, PhoneChanges phones, AccountClosing closing) {
        this.logins = logins;
        this.passwordChanges = passwordChanges;
        this.passwords = passwords;
        this.phones = phones;
        this.closing = closing;
    }

    /** A code that makes sure it is them, to the number of the account. */
    public void sendCode(Account account, Language language, Caller caller) {
        logins.requestCode(account.phone(), language, caller);
    }

    public void password(Viewer viewer, Account account, String password) {
        passwordChanges.change(viewer, account, passwords.hash(password));
    }

    public void requestPhone(Account account, PhoneNumber phone, Caller caller) {
        phones.request(account, phone, caller);
    }

    public boolean confirmPhone(Account account, UUID session, PhoneNumber phone, String code) {
        return phones.confirm(account, session, phone, code);
    }

    /** @throws Problem 403 for staff, whose accounts a super admin closes */
    public void requireMayClose(Account account) {
        closing.requireMayClose(account);
    }

    public void close(Viewer viewer) {
        closing.close(viewer);
    }
}

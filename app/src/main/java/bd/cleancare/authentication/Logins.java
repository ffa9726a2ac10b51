package bd.cleancare.authentication;

import bd.cleancare.authentication.Codes.Right;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.users.Account;
import bd.cleancare.users.Credentials;
import bd.cleancare.users.Credentials.Login;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes sure who somebody is, by password or by code. The session is opened by the caller: for an app or for pages. */
@Component
public class Logins {

    /** What came of a phone and a password. */
    public sealed interface Outcome {

        record Welcome(UUID userId) implements Outcome {
        }

        /** Wrong password, unknown phone, switched-off account: nobody is told which. */
        record Wrong() implements Outcome {
        }

        /** The password is right, the phone never confirmed. */
        record Unconfirmed() implements Outcome {
        }
    }

    private final Credentials credentials;
    private final Passwords passwords;
    private final LoginFailures failures;
    private final Codes codes;
    private final TransactionTemplate transaction;

    Logins(Credentials credentials, Passwords passwords, LoginFailures failures, Codes codes, TransactionTemplate transaction) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.failures = failures;
        this.codes = codes;
        this.transaction = transaction;
    }

    /** @throws bd.cleancare.platform.web.Problem 429 after too many wrong passwords in a row */
    public Outcome byPassword(PhoneNumber phone, String password) {
        failures.begin(phone);
        Login login = credentials.of(phone).filter(Login::active).orElse(null);
        if (!passwords.matches(password, login == null ? null : login.passwordHash())) {
            return new Outcome.Wrong();
        }
        failures.forget(phone);
        if (!login.verified()) {
            return new Outcome.Unconfirmed();
        }
        if (passwords.isOutdated(login.passwordHash())) {
            credentials.rehash(login.id(), login.passwordHash(), passwords.hash(password));
        }
        return credentials.recordLogin(login.id()) ? new Outcome.Welcome(login.id()) : new Outcome.Wrong();
    }

    /** Sends a login code; looks the same for a phone without an account. */
    public void requestCode(PhoneNumber phone, Language language, Caller caller) {
        UUID user = credentials.of(phone).filter(login -> login.active() && login.verified()).map(Login::id).orElse(null);
        codes.send(CodePurpose.LOGIN, phone, user, language, caller);
    }

    public Optional<UUID> byCode(PhoneNumber phone, String code) {
        Right right = codes.guess(CodePurpose.LOGIN, phone, code).orElse(null);
        if (right == null) {
            return Optional.empty();
        }
        return transaction.execute(status -> {
            if (codes.consume(right) && credentials.recordLogin(right.userId())) {
                return Optional.of(right.userId());
            }
            status.setRollbackOnly();
            return Optional.<UUID>empty();
        });
    }

    /** Before something that must not happen to an unlocked phone left on a table: the password, or a fresh login code where it is null. */
    public boolean isReally(Account account, String password, String code) {
        if (password == null) {
            return byCode(account.phone(), code).filter(account.id()::equals).isPresent();
        }
        return byPassword(account.phone(), password) instanceof Outcome.Welcome welcome && welcome.userId().equals(account.id());
    }
}

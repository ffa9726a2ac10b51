package bd.cleancare.authentication;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Role;
import bd.cleancare.users.NewAccount;
import bd.cleancare.users.NewAccounts;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The first people of an installation, made by its operator. */
@Component
public class SuperAdmins {

    private final NewAccounts accounts;
    private final Passwords passwords;
    private final PasswordRules rules;

    SuperAdmins(NewAccounts accounts, Passwords passwords, PasswordRules rules) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
    }

    /** @throws Problem 400 naming what is wrong with the password or that the phone is taken */
    public UUID create(PhoneNumber phone, String name, String password) {
        var errors = new FieldErrors();
        rules.check(errors, "password", password, phone, Role.SUPER_ADMIN);
        errors.throwIfAny();
        var account = new NewAccount(phone, name, null, null, null, Language.BANGLA, passwords.hash(password));
        return accounts.makeVerified(account, Role.SUPER_ADMIN).orElseThrow(() -> Problem.fields(FieldErrors.of("phone", "superadmin.phone_taken")));
    }
}

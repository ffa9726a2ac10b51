package bd.cleancare.authentication.web;

import bd.cleancare.authentication.PasswordChanges;
import bd.cleancare.authentication.PasswordRules;
import bd.cleancare.authentication.Passwords;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A new password: for who forgot the old one, and for who knows it. */
@RestController
@RequestMapping("/api/auth")
class PasswordApi {

    private final PasswordChanges changes;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Confirmation confirmation;
    private final Messages messages;

    PasswordApi(PasswordChanges changes, Passwords passwords, PasswordRules rules, Confirmation confirmation, Messages messages) {
        this.changes = changes;
        this.passwords = passwords;
        this.rules = rules;
        this.confirmation = confirmation;
        this.messages = messages;
    }

    @Summary("Set a new password with a code")
    @PostMapping("/password-reset/confirm")
    @Fields(required = {"phone", "otp_code", "new_password"})
    @Access(Access.Rule.ANYONE)
    Said reset(RequestFields fields, HttpServletRequest request) {
        var given = new AuthFields(fields).phoneAndCode("phone");
        var ticket = changes.checkReset(given.phone(), given.code(), role -> newPassword(fields, given.phone(), role)).orElseThrow(AuthFields::invalidCode);
        if (!changes.reset(ticket, passwords.hash(ticket.newPassword()))) {
            throw AuthFields.invalidCode();
        }
        return said("message.password_changed", request);
    }

    @Summary("Change my password")
    @PostMapping("/change-password")
    @Fields(required = "new_password", optional = {"old_password", "otp_code"})
    @Access(Access.Rule.SIGNED_IN)
    Said change(Viewer viewer, RequestFields fields, HttpServletRequest request) {
        Account account = confirmation.account(viewer);
        String password = newPassword(fields, account.phone(), account.role());
        confirmation.require(account, fields);
        changes.change(viewer, account, passwords.hash(password));
        return said("message.password_changed", request);
    }

    private String newPassword(RequestFields fields, PhoneNumber phone, Role role) {
        String password = rules.read(fields, "new_password", phone, role);
        fields.throwIfBad();
        return password;
    }

    private Said said(String key, HttpServletRequest request) {
        return new Said(messages.get(Language.of(request), key));
    }
}

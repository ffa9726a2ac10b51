package bd.cleancare.authentication.web;

import bd.cleancare.authentication.Logins;
import bd.cleancare.authentication.PasswordRules;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import org.springframework.stereotype.Component;

/** Makes sure again who is asking, by {@code current_password} (or {@code old_password}) or a fresh login code in {@code otp_code}. */
@Component
class Confirmation {

    private final Logins logins;
    private final Users users;

    Confirmation(Logins logins, Users users) {
        this.logins = logins;
        this.users = users;
    }

    Account account(Viewer viewer) {
        return users.byId(viewer.id()).orElseThrow(() -> Problem.detail(401, "token_not_valid"));
    }

    /** Reads its fields; everything else of the request must have been read and found right before, for a code is used up here. */
    void require(Account account, RequestFields fields) {
        String field = fields.has("old_password") ? "old_password" : "current_password";
        String password = fields.has(field) ? fields.secret(field, PasswordRules.LONGEST) : null;
        String code = fields.optionalText("otp_code", 20);
        fields.throwIfBad();
        if (password == null && code == null) {
            throw Problem.detail(400, "confirm_first");
        }
        if (!logins.isReally(account, password, code)) {
            throw password == null ? AuthFields.invalidCode() : Problem.fields(FieldErrors.of(field, "field.wrong_password"));
        }
    }
}

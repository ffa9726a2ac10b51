package bd.cleancare.authentication.web;

import bd.cleancare.authentication.Caller;
import bd.cleancare.authentication.PhoneChanges;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Move the account to another phone number. */
@RestController
@RequestMapping("/api/auth/change-phone")
class PhoneApi {

    record Changed(String message, String phone) {
    }

    private final PhoneChanges changes;
    private final Confirmation confirmation;
    private final Messages messages;

    PhoneApi(PhoneChanges changes, Confirmation confirmation, Messages messages) {
        this.changes = changes;
        this.confirmation = confirmation;
        this.messages = messages;
    }

    /** {@code phone} is the new number; with it the current password or a login code sent to the old number. */
    @Summary("Ask for a code at a new phone number")
    @PostMapping
    @Fields(required = "phone", optional = {"current_password", "otp_code"})
    @Access(Access.Rule.SIGNED_IN)
    Said request(Viewer viewer, RequestFields fields, HttpServletRequest request) {
        PhoneNumber phone = fields.phone("phone");
        fields.throwIfBad();
        Account account = confirmation.account(viewer);
        confirmation.require(account, fields);
        changes.request(account, phone, Caller.of(request));
        return new Said(messages.get(Language.of(request), "message.code_sent"));
    }

    @Summary("Move my account to the new phone number")
    @PostMapping("/confirm")
    @Fields(required = {"phone", "otp_code"})
    @Access(Access.Rule.SIGNED_IN)
    Changed confirm(Viewer viewer, RequestFields fields, HttpServletRequest request) {
        var given = new AuthFields(fields).phoneAndCode("phone");
        if (!changes.confirm(confirmation.account(viewer), viewer.sessionId(), given.phone(), given.code())) {
            throw AuthFields.invalidCode();
        }
        return new Changed(messages.get(Language.of(request), "message.phone_changed"), given.phone().canonical());
    }
}

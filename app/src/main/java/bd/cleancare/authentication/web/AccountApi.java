package bd.cleancare.authentication.web;

import bd.cleancare.authentication.AccountClosing;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.PersonalData;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Take my data with me, and leave. */
@RestController
@RequestMapping("/api/auth")
class AccountApi {

    private final PersonalData data;
    private final AccountClosing closing;
    private final Confirmation confirmation;
    private final Messages messages;

    AccountApi(PersonalData data, AccountClosing closing, Confirmation confirmation, Messages messages) {
        this.data = data;
        this.closing = closing;
        this.confirmation = confirmation;
        this.messages = messages;
    }

    @Summary("Fetch everything the city keeps about me")
    @GetMapping("/export")
    @Access(Access.Rule.SIGNED_IN)
    ResponseEntity<Map<String, Object>> export(Viewer viewer) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"clean-care-data.json\"").body(data.of(viewer.id()));
    }

    @Summary("Close my account")
    @PostMapping("/close")
    @Fields(optional = {"current_password", "otp_code"})
    @Access(Access.Rule.SIGNED_IN)
    Said close(Viewer viewer, RequestFields fields, HttpServletRequest request) {
        Account account = confirmation.account(viewer);
        closing.requireMayClose(account);
        confirmation.require(account, fields);
        closing.close(viewer);
        return new Said(messages.get(Language.of(request), "message.account_closed"));
    }
}

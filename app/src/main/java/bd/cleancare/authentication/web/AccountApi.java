package bd.cleancare.authentication.web;

import bd.cleancare.authentication.Sessions;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.PersonalData;
import bd.cleancare.users.Users;
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
    private final Users users;
    private final Sessions sessions;
    private final Confirmation confirmation;
    private final Messages messages;

    AccountApi(PersonalData data, Users users, Sessions sessions, Confirmation confirmation, Messages messages) {
        this.data = data;
        this.users = users;
        this.sessions = sessions;
        this.confirmation = confirmation;
        this.messages = messages;
    }

    @GetMapping("/export")
    @Access(Access.Rule.SIGNED_IN)
    ResponseEntity<Map<String, Object>> export(Viewer viewer) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"clean-care-data.json\"").body(data.of(viewer.id()));
    }

    @PostMapping("/close")
    @Fields(optional = {"current_password", "otp_code"})
    @Access(Access.Rule.SIGNED_IN)
    Said close(Viewer viewer, RequestFields fields, HttpServletRequest request) {
        Account account = confirmation.account(viewer);
        if (account.role() != Role.CITIZEN) {
            throw Problem.detail(403, "staff_close");
        }
        confirmation.require(account, fields);
        users.close(viewer.id());
        sessions.endAll(viewer.id(), "account_closed");
        return new Said(messages.get(Language.of(request), "message.account_closed"));
    }
}

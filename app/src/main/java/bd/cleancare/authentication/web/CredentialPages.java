package bd.cleancare.authentication.web;

import bd.cleancare.authentication.AccountChanges;
import bd.cleancare.authentication.Caller;
import bd.cleancare.authentication.PasswordRules;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.security.SessionCookie;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What must not happen to an unlocked phone left on a table: another password, another number, the account closed. */
@Controller
class CredentialPages {

    private static final String PASSWORD = "password";
    private static final String PHONE = "phone";
    private static final String CLOSE = "close";

    private final Confirmation confirmation;
    private final AccountChanges changes;
    private final PasswordRules rules;
    private final Clock clock;

    CredentialPages(Confirmation confirmation, AccountChanges changes, PasswordRules rules, Clock clock) {
        this.confirmation = confirmation;
        this.changes = changes;
        this.rules = rules;
        this.clock = clock;
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/profile/{what:password|phone|close}/")
    Page form(@PathVariable String what, @RequestParam(name = "by", required = false) String by, Viewer viewer) {
        return page(what, confirmation.account(viewer), "code".equals(by), Form.empty());
    }

    /** A code to the account's own number, for who has no password or has forgotten it. */
    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/profile/{what:password|phone|close}/code/")
    Page sendCode(@PathVariable String what, Viewer viewer, HttpServletRequest request) {
        String back = "/profile/" + what + "/?by=code";
        try {
            changes.sendCode(confirmation.account(viewer), Language.of(request), Caller.of(request));
            return Page.redirect(back).flash("profile.code_sent");
        } catch (Problem refused) {
            return Page.redirect(back).warning("error." + refused.code(), refused.args());
        }
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/profile/password/")
    Page changePassword(Viewer viewer, RequestFields fields) {
        Account account = confirmation.account(viewer);
        try {
            String password = rules.read(fields, "new_password", account.phone(), account.role());
            confirmation.require(account, fields);
            changes.password(viewer, account, password);
            return Page.redirect("/profile/").flash("message.password_changed");
        } catch (Problem refused) {
            return refused(PASSWORD, account, fields, refused);
        }
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/profile/phone/")
    Page changePhone(Viewer viewer, RequestFields fields, HttpServletRequest request) {
        Account account = confirmation.account(viewer);
        try {
            PhoneNumber phone = fields.phone("phone");
            confirmation.require(account, fields);
            changes.requestPhone(account, phone, Caller.of(request));
            return Page.redirect("/profile/phone/confirm/").cookie(new CodeStep(phone, "/profile/", clock.instant()).cookie(request));
        } catch (Problem refused) {
            return refused(PHONE, account, fields, refused);
        }
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/profile/phone/confirm/")
    Page phoneCode(HttpServletRequest request) {
        return CodeStep.of(request).map(step -> codePage(step, Form.empty())).orElseGet(() -> Page.redirect("/profile/phone/"));
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/profile/phone/confirm/")
    Page confirmPhone(Viewer viewer, RequestFields fields, HttpServletRequest request) {
        CodeStep step = CodeStep.of(request).orElse(null);
        if (step == null) {
            return Page.redirect("/profile/phone/");
        }
        try {
            String code = fields.text("otp_code", 20);
            fields.throwIfBad();
            if (!changes.confirmPhone(confirmation.account(viewer), viewer.sessionId(), step.phone(), code)) {
                throw Problem.fields(FieldErrors.of("otp_code", "error.invalid_otp"));
            }
            return Page.redirect("/profile/").cookie(CodeStep.cleared(request)).flash("message.phone_changed");
        } catch (Problem refused) {
            return codePage(step, Form.refused(fields, refused)).status(refused.status() == 400 ? 422 : refused.status());
        }
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/profile/close/")
    Page close(Viewer viewer, RequestFields fields, HttpServletRequest request) {
        Account account = confirmation.account(viewer);
        try {
            if (!"yes".equals(fields.optionalText("sure", 10))) {
                fields.errors().add("sure", "profile.close_tick");
            }
            fields.throwIfBad();
            changes.requireMayClose(account);
            confirmation.require(account, fields);
            changes.close(viewer);
            return Page.redirect("/").cookie(SessionCookie.cleared(request)).flash("message.account_closed");
        } catch (Problem refused) {
            return refused(CLOSE, account, fields, refused);
        }
    }

    private static Page refused(String what, Account account, RequestFields fields, Problem refused) {
        boolean byCode = fields.has("otp_code");
        boolean wrongCode = "invalid_otp".equals(refused.code());
        Form form = wrongCode ? Form.of(fields).refused(FieldErrors.of("otp_code", "error.invalid_otp")) : Form.refused(fields, refused);
        return page(what, account, byCode, form).status(refused.status() == 400 ? 422 : refused.status());
    }

    private static Page page(String what, Account account, boolean byCode, Form form) {
        return Page.of("authentication/profile-" + what).with("account", account).with("form", form).with("byCode", byCode || !account.hasPassword());
    }

    private static Page codePage(CodeStep step, Form form) {
        return Page.of("authentication/profile-phone-code").with("phone", step.phone().local()).with("form", form);
    }
}

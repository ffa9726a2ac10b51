package bd.cleancare.authentication.web;

import bd.cleancare.authentication.Caller;
import bd.cleancare.authentication.Logins;
import bd.cleancare.authentication.PasswordRules;
import bd.cleancare.authentication.Registrations;
import bd.cleancare.authentication.Sessions;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.LocalPath;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.security.CurrentViewer;
import bd.cleancare.platform.security.SessionCookie;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.PhoneNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Log in with a password, and log out. The way with a code is {@link SignUpPages}: it is the same for who is new. */
@Controller
class SignInPages {

    private final Logins logins;
    private final Registrations registrations;
    private final Sessions sessions;
    private final PageLogin login;
    private final Clock clock;

    SignInPages(Logins logins, Registrations registrations, Sessions sessions, PageLogin login, Clock clock) {
        this.logins = logins;
        this.registrations = registrations;
        this.sessions = sessions;
        this.login = login;
        this.clock = clock;
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping("/sign-in/password/")
    Page form(@RequestParam(required = false) String next, HttpServletRequest request) {
        String way = LocalPath.orElse(next, PageLogin.HOME);
        return CurrentViewer.of(request).isPresent() ? Page.redirect(way) : page(Form.empty().value("phone", typed(request)), way);
    }

    @Access(Access.Rule.ANYONE)
    @PostMapping("/sign-in/password/")
    Page signIn(RequestFields fields, HttpServletRequest request) {
        String next = LocalPath.orElse(fields.optionalText("next", 2000), PageLogin.HOME);
        PhoneNumber phone = fields.phone("phone");
        String password = fields.secret("password", PasswordRules.LONGEST);
        if (!fields.errors().isEmpty()) {
            return page(Form.of(fields), next).status(422);
        }
        try {
            return switch (logins.byPassword(phone, password)) {
                case Logins.Outcome.Welcome(var user) -> login.in(user, next, request);
                case Logins.Outcome.Unconfirmed _ -> confirmFirst(phone, next, request);
                case Logins.Outcome.Wrong _ -> throw Problem.detail(422, "invalid_credentials");
            };
        } catch (Problem refused) {
            return page(Form.refused(fields, refused), next).status(refused.status());
        }
    }

    private Page confirmFirst(PhoneNumber phone, String next, HttpServletRequest request) {
        registrations.begin(phone, Language.of(request), Caller.of(request));
        return Page.redirect("/sign-in/code/").cookie(new CodeStep(phone, next, clock.instant()).cookie(request));
    }

    @Access(Access.Rule.ANYONE)
    @PostMapping("/sign-out/")
    Page signOut(HttpServletRequest request) {
        CurrentViewer.of(request).ifPresent(sessions::end);
        return Page.redirect("/").cookie(SessionCookie.cleared(request)).cookie(CodeStep.cleared(request)).flash("message.logged_out");
    }

    private static String typed(HttpServletRequest request) {
        return CodeStep.of(request).map(step -> step.phone().local()).orElse("");
    }

    private static Page page(Form form, String next) {
        return Page.of("authentication/password").with("form", form).with("next", next);
    }
}

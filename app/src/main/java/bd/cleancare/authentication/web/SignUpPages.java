package bd.cleancare.authentication.web;

import bd.cleancare.authentication.Caller;
import bd.cleancare.authentication.Logins;
import bd.cleancare.authentication.Registrations;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.LocalPath;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.security.CurrentViewer;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Profile;
import bd.cleancare.users.ProfileFields;
import bd.cleancare.users.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Phone, code, name: one thing per page, and the same for who is new and who is not, so nobody has to remember which they are. */
@Controller
class SignUpPages {

    private static final String IN = "/sign-in/";
    private static final String UP = "/sign-up/";
    private static final String CODE = "code/";

    private final Registrations registrations;
    private final Logins logins;
    private final Users users;
    private final PageLogin login;
    private final Clock clock;

    SignUpPages(Registrations registrations, Logins logins, Users users, PageLogin login, Clock clock) {
        this.registrations = registrations;
        this.logins = logins;
        this.users = users;
        this.login = login;
        this.clock = clock;
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping({IN, UP})
    Page phone(@RequestParam(required = false) String next, HttpServletRequest request) {
        String way = LocalPath.orElse(next, PageLogin.HOME);
        if (CurrentViewer.of(request).isPresent()) {
            return Page.redirect(way);
        }
        return phonePage(Form.empty().value("phone", CodeStep.of(request).map(step -> step.phone().local()).orElse("")), way, request);
    }

    @Access(Access.Rule.ANYONE)
    @PostMapping({IN, UP})
    Page sendCode(RequestFields fields, HttpServletRequest request) {
        String next = LocalPath.orElse(fields.optionalText("next", 2000), PageLogin.HOME);
        PhoneNumber phone = fields.phone("phone");
        if (phone == null) {
            return phonePage(Form.of(fields), next, request).status(422);
        }
        try {
            return sent(phone, next, request);
        } catch (Problem refused) {
            return phonePage(Form.refused(fields, refused), next, request).status(refused.status());
        }
    }

    private Page sent(PhoneNumber phone, String next, HttpServletRequest request) {
        registrations.begin(phone, Language.of(request), Caller.of(request));
        return Page.redirect(way(request) + CODE).cookie(new CodeStep(phone, next, clock.instant()).cookie(request));
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping({IN + CODE, UP + CODE})
    Page code(HttpServletRequest request) {
        return CodeStep.of(request).map(step -> codePage(Form.empty(), step, request)).orElseGet(() -> Page.redirect(way(request)));
    }

    @Access(Access.Rule.ANYONE)
    @PostMapping({IN + CODE, UP + CODE})
    Page confirm(RequestFields fields, HttpServletRequest request) {
        CodeStep step = CodeStep.of(request).orElse(null);
        if (step == null) {
            return Page.redirect(way(request));
        }
        String code = fields.text("otp_code", 20);
        try {
            fields.throwIfBad();
            UUID user = registrations.confirmEither(step.phone(), code, logins)
                    .orElseThrow(() -> Problem.fields(FieldErrors.of("otp_code", "error.invalid_otp")));
            return login.in(user, step.next(), request);
        } catch (Problem refused) {
            return codePage(Form.refused(fields, refused), step, request).status(refused.status() == 400 ? 422 : refused.status());
        }
    }

    @Access(Access.Rule.ANYONE)
    @PostMapping({IN + CODE + "again/", UP + CODE + "again/"})
    Page again(HttpServletRequest request) {
        CodeStep step = CodeStep.of(request).orElse(null);
        if (step == null) {
            return Page.redirect(way(request));
        }
        try {
            return sent(step.phone(), step.next(), request).flash("sign_up.sent_again");
        } catch (Problem refused) {
            return Page.redirect(way(request) + CODE).warning("error." + refused.code(), refused.args());
        }
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/sign-up/name/")
    Page name(@RequestParam(required = false) String next) {
        return namePage(Form.empty(), LocalPath.orElse(next, PageLogin.HOME));
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/sign-up/name/")
    Page saveName(Viewer viewer, RequestFields fields) {
        String next = LocalPath.orElse(fields.optionalText("next", 2000), PageLogin.HOME);
        String name = new ProfileFields(fields).name();
        if (name == null) {
            return namePage(Form.of(fields), next).status(422);
        }
        users.edit(viewer.id(), now -> new Profile(name, now.email(), now.address(), now.wardNumber(), now.language(), null));
        return Page.redirect(next).flash("sign_up.welcome", name);
    }

    /** Who began with signing in goes on under that name, and who began with an account under the other. */
    private static String way(HttpServletRequest request) {
        return request.getRequestURI().startsWith(UP) ? UP : IN;
    }

    private static Page phonePage(Form form, String next, HttpServletRequest request) {
        return Page.of("authentication/phone").with("form", form).with("next", next).with("isNew", UP.equals(way(request)));
    }

    private Page codePage(Form form, CodeStep step, HttpServletRequest request) {
        return Page.of("authentication/code").with("form", form).with("phone", step.phone().local()).with("wait", step.wait(clock.instant())).with("way", way(request));
    }

    private static Page namePage(Form form, String next) {
        return Page.of("authentication/name").with("form", form).with("next", next);
    }
}

package bd.cleancare.authentication.web;

import bd.cleancare.authentication.Caller;
import bd.cleancare.authentication.Logins;
import bd.cleancare.authentication.PasswordRules;
import bd.cleancare.authentication.Passwords;
import bd.cleancare.authentication.Sessions;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.PhoneNumber;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Log in by password or by code, and stay logged in. */
@RestController
@RequestMapping("/api/auth")
class LoginApi {

    record Refreshed(String access, String refresh) {
    }

    /** Beyond any token of ours, so that an absurd one is answered like any other that is not valid. */
    private static final int LONGEST_TOKEN = 100_000;

    private final Logins logins;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Welcome welcome;

    LoginApi(Logins logins, Passwords passwords, Sessions sessions, Welcome welcome) {
        this.logins = logins;
        this.passwords = passwords;
        this.sessions = sessions;
        this.welcome = welcome;
    }

    @Summary("Log in with phone and password")
    @PostMapping("/login")
    @Fields(required = {"phone", "password"})
    @Access(Access.Rule.ANYONE)
    Welcome.LoggedIn login(RequestFields fields, HttpServletRequest request) {
        String written = fields.text("phone", 100);
        String password = fields.secret("password", PasswordRules.LONGEST);
        fields.throwIfBad();
        PhoneNumber phone = PhoneNumber.parse(written).orElse(null);
        if (phone == null) {
            passwords.matches(password, null);
            throw wrong();
        }
        return switch (logins.byPassword(phone, password)) {
            case Logins.Outcome.Welcome known -> welcome.in(known.userId(), Caller.of(request));
            case Logins.Outcome.Unconfirmed _ -> throw Problem.error(403, "not_verified", "Please verify your account first");
            case Logins.Outcome.Wrong _ -> throw wrong();
        };
    }

    @Summary("Log in with a code")
    @PostMapping("/login-otp/verify")
    @Fields(required = {"phone", "otp_code"})
    @Access(Access.Rule.ANYONE)
    Welcome.LoggedIn byCode(RequestFields fields, HttpServletRequest request) {
        var given = new AuthFields(fields).phoneAndCode("phone");
        return welcome.in(logins.byCode(given.phone(), given.code()).orElseThrow(AuthFields::invalidCode), Caller.of(request));
    }

    @Summary("Change a refresh token for new tokens")
    @PostMapping("/refresh")
    @Fields(required = "refresh")
    @Access(Access.Rule.ANYONE)
    Refreshed refresh(RequestFields fields) {
        String token = fields.secret("refresh", LONGEST_TOKEN);
        fields.throwIfBad();
        return sessions.refresh(token).map(tokens -> new Refreshed(tokens.accessToken(), tokens.refreshToken()))
                .orElseThrow(() -> Problem.detail(401, "token_not_valid"));
    }

    private static Problem wrong() {
        return Problem.error(401, "invalid_credentials", "Invalid credentials");
    }
}

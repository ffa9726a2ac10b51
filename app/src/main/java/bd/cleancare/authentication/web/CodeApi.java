package bd.cleancare.authentication.web;

import bd.cleancare.authentication.Caller;
import bd.cleancare.authentication.CodePurpose;
import bd.cleancare.authentication.Logins;
import bd.cleancare.authentication.PasswordChanges;
import bd.cleancare.authentication.Registrations;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.OneOf;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.PhoneNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ask for a code. The answer never tells whether the phone has an account. */
@RestController
@RequestMapping("/api/auth")
class CodeApi {

    private final Registrations registrations;
    private final Logins logins;
    private final PasswordChanges passwords;
    private final Messages messages;

    CodeApi(Registrations registrations, Logins logins, PasswordChanges passwords, Messages messages) {
        this.registrations = registrations;
        this.logins = logins;
        this.passwords = passwords;
        this.messages = messages;
    }

    @Summary("Have a one-time code sent again")
    @PostMapping("/resend-otp")
    @Fields(required = "phone", optional = "purpose")
    @Access(Access.Rule.ANYONE)
    @OneOf(field = "purpose", list = CodePurpose.class, only = "isSentAgain")
    Said resend(RequestFields fields, HttpServletRequest request) {
        var purpose = Optional.ofNullable(fields.optionalChoice("purpose", word -> CodePurpose.ofWord(word).filter(CodePurpose::isSentAgain))).orElse(CodePurpose.REGISTRATION);
        return send(purpose, fields, request);
    }

    @Summary("Have a code sent to log in with")
    @PostMapping({"/login-otp", "/login-otp/request"})
    @Fields(required = "phone")
    @Access(Access.Rule.ANYONE)
    Said login(RequestFields fields, HttpServletRequest request) {
        return send(CodePurpose.LOGIN, fields, request);
    }

    @Summary("Have a code sent to set a new password with")
    @PostMapping({"/password-reset", "/password-reset/request"})
    @Fields(required = "phone")
    @Access(Access.Rule.ANYONE)
    Said passwordReset(RequestFields fields, HttpServletRequest request) {
        return send(CodePurpose.PASSWORD_RESET, fields, request);
    }

    private Said send(CodePurpose purpose, RequestFields fields, HttpServletRequest request) {
        PhoneNumber phone = fields.phone("phone");
        fields.throwIfBad();
        Language language = Language.of(request);
        Caller caller = Caller.of(request);
        switch (purpose) {
            case REGISTRATION -> registrations.resend(phone, language, caller);
            case LOGIN -> logins.requestCode(phone, language, caller);
            case PASSWORD_RESET -> passwords.requestReset(phone, language, caller);
            case PHONE_CHANGE -> throw new IllegalStateException("asked for with the new number");
        }
        return new Said(messages.get(language, "message.code_sent"));
    }
}

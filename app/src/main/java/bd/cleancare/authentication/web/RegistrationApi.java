package bd.cleancare.authentication.web;

import bd.cleancare.authentication.Caller;
import bd.cleancare.authentication.CodePurpose;
import bd.cleancare.authentication.Logins;
import bd.cleancare.authentication.PasswordRules;
import bd.cleancare.authentication.Passwords;
import bd.cleancare.authentication.Registrations;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.OneOf;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Role;
import bd.cleancare.users.NewAccount;
import bd.cleancare.users.NewAccounts.Slot;
import bd.cleancare.users.ProfileFields;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Register, and confirm the phone. */
@RestController
@RequestMapping("/api/auth")
class RegistrationApi {

    record Registered(String message, UUID userId, String phone) {
    }

    record Verified(String message, String accessToken, String refreshToken, Person user) {

        /** Fewer members than at login: the guide's own list. */
        record Person(UUID id, String phone, String name, String userType) {
        }

        static Verified of(Welcome.LoggedIn welcome) {
            var user = welcome.user();
            return new Verified("OTP verified successfully", welcome.accessToken(), welcome.refreshToken(),
                    new Person(user.id(), user.phone(), user.name(), user.userType()));
        }
    }

    private final Registrations registrations;
    private final Logins logins;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Welcome welcome;

    RegistrationApi(Registrations registrations, Logins logins, Passwords passwords, PasswordRules rules, Welcome welcome) {
        this.registrations = registrations;
        this.logins = logins;
        this.passwords = passwords;
        this.rules = rules;
        this.welcome = welcome;
    }

    @Summary("Register an account")
    @PostMapping("/register")
    @Fields(required = {"phone", "name", "password"}, optional = {"email", "nid", "address"})
    @Access(Access.Rule.ANYONE)
    @ResponseStatus(HttpStatus.CREATED)
    Registered register(RequestFields fields, HttpServletRequest request) {
        var profile = new ProfileFields(fields);
        PhoneNumber phone = fields.phone("phone");
        String name = profile.name();
        String password = rules.read(fields, "password", phone, Role.CITIZEN);
        var email = profile.email();
        var nid = profile.nid();
        var address = profile.address();
        // Seen before the password is hashed: of several that come at once the first takes the number, and none finds a leftover.
        Slot slot = phone == null ? new Slot.Free() : registrations.slotOf(phone);
        if (slot instanceof Slot.Taken) {
            fields.errors().add("phone", "field.phone_taken");
        }
        fields.throwIfBad();
        var account = new NewAccount(phone, name, email, nid, address, Language.of(request), passwords.hash(password));
        UUID id = registrations.register(slot, account, Caller.of(request))
                .orElseThrow(() -> Problem.fields(FieldErrors.of("phone", "field.phone_taken")));
        return new Registered("Registration successful. Please verify OTP.", id, phone.canonical());
    }

    /** Codes of the other purposes are used where they are for: with the new password, the new number. */
    @Summary("Confirm the phone with the code from the SMS, and be logged in")
    @PostMapping("/verify-otp")
    @Fields(required = {"phone", "otp_code"}, optional = "purpose")
    @Access(Access.Rule.ANYONE)
    @OneOf(field = "purpose", list = CodePurpose.class, only = "logsIn")
    Verified verify(RequestFields fields, HttpServletRequest request) {
        CodePurpose purpose = Optional.ofNullable(fields.optionalChoice("purpose", CodePurpose::ofWord)).orElse(CodePurpose.REGISTRATION);
        var given = new AuthFields(fields).phoneAndCode("phone");
        Optional<UUID> user = switch (purpose) {
            case REGISTRATION -> registrations.confirm(given.phone(), given.code());
            case LOGIN -> logins.byCode(given.phone(), given.code());
            case PASSWORD_RESET, PHONE_CHANGE -> Optional.empty();
        };
        return Verified.of(welcome.in(user.orElseThrow(AuthFields::invalidCode), Caller.of(request)));
    }
}

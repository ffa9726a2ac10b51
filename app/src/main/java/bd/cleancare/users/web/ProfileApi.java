package bd.cleancare.users.web;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.OneOf;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.NationalId;
import bd.cleancare.users.Profile;
import bd.cleancare.users.ProfileFields;
import bd.cleancare.users.Users;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** My account. */
@RestController
@RequestMapping("/api/auth/me")
class ProfileApi {

    record Shown(UUID id, String phone, String name, String email, String userType, String wardNumber, boolean isVerified, String address,
            String language, boolean hasPassword, boolean hasNid, Instant createdAt, Instant lastLogin) {

        static Shown of(Account account) {
            return new Shown(account.id(), account.phone().canonical(), account.name(), account.email(), account.role().word(), account.wardNumber(),
                    account.verified(), account.address(), account.language().code(), account.hasPassword(), account.hasNid(), account.createdAt(),
                    account.lastLogin());
        }
    }

    private final Users users;

    ProfileApi(Users users) {
        this.users = users;
    }

    @Summary("Read my account")
    @GetMapping
    @Access(Access.Rule.SIGNED_IN)
    Shown me(Viewer viewer) {
        return users.byId(viewer.id()).map(Shown::of).orElseThrow(() -> Problem.detail(401, "token_not_valid"));
    }

    /** Changes what the body names of name, email, address, ward_number, language and nid; the rest of a body is ignored. */
    @Summary("Change my account")
    @PatchMapping
    @Fields(optional = {"name", "email", "address", "ward_number", "language", "nid"})
    @Access(Access.Rule.SIGNED_IN)
    @OneOf(field = "language", list = Language.class)
    Shown edit(Viewer viewer, RequestFields fields) {
        var form = new ProfileFields(fields);
        String name = fields.has("name") ? form.name() : null;
        String email = form.email();
        String address = form.address();
        String ward = fields.optionalText("ward_number", 10);
        Language language = fields.optionalChoice("language", ProfileFields::language);
        NationalId nid = form.nid();
        fields.throwIfBad();
        return Shown.of(users.edit(viewer.id(), now -> new Profile(name == null ? now.name() : name,
                fields.has("email") ? email : now.email(), fields.has("address") ? address : now.address(),
                fields.has("ward_number") ? ward : now.wardNumber(), language == null ? now.language() : language, nid)));
    }
}

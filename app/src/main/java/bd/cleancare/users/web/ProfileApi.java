package bd.cleancare.users.web;

import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** My account. */
@RestController
@RequestMapping("/api/auth/me")
class ProfileApi {

    record Profile(UUID id, String phone, String name, String email, String userType, String wardNumber, boolean isVerified, String address,
            String language, boolean hasPassword, boolean hasNid, Instant createdAt, Instant lastLogin) {

        static Profile of(Account account) {
            return new Profile(account.id(), account.phone().canonical(), account.name(), account.email(), account.role().word(), account.wardNumber(),
                    account.verified(), account.address(), account.language().code(), account.hasPassword(), account.hasNid(), account.createdAt(),
                    account.lastLogin());
        }
    }

    private final Users users;

    ProfileApi(Users users) {
        this.users = users;
    }

    @GetMapping
    @Access(Access.Rule.SIGNED_IN)
    Profile me(Viewer viewer) {
        return users.byId(viewer.id()).map(Profile::of).orElseThrow(() -> Problem.detail(401, "token_not_valid"));
    }
}

package bd.cleancare.authentication.web;

import bd.cleancare.authentication.Caller;
import bd.cleancare.authentication.Sessions;
import bd.cleancare.authentication.Sessions.Tokens;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What an app gets once it is known who uses it: tokens of a new session and the account. */
@Component
class Welcome {

    record LoggedIn(String accessToken, String refreshToken, Person user) {
    }

    record Person(UUID id, String phone, String name, String email, String userType, String wardNumber) {

        static Person of(Account account) {
            return new Person(account.id(), account.phone().canonical(), account.name(), account.email(), account.role().word(), account.wardNumber());
        }
    }

    private final Sessions sessions;
    private final Users users;

    Welcome(Sessions sessions, Users users) {
        this.sessions = sessions;
        this.users = users;
    }

    LoggedIn in(UUID userId, Caller caller) {
        Tokens tokens = sessions.openForApp(userId, caller.device());
        return new LoggedIn(tokens.accessToken(), tokens.refreshToken(), Person.of(users.byId(userId).orElseThrow()));
    }
}

package bd.cleancare.notifications;

import bd.cleancare.notifications.push.Browsers;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who recipients are, what they chose and where they can be reached: three queries for any number of them. */
@Component
class Audience {

    /** @param browsers the push subscriptions of the person */
    record Member(Account account, Preference chosen, List<UUID> browsers) {
    }

    private final Users users;
    private final Preferences preferences;
    private final Browsers browsers;

    Audience(Users users, Preferences preferences, Browsers browsers) {
        this.users = users;
        this.preferences = preferences;
        this.browsers = browsers;
    }

    /** Without those who are gone or switched off. */
    Map<UUID, Member> of(Collection<UUID> people) {
        Map<UUID, Preference> chosen = preferences.of(people);
        Map<UUID, List<UUID>> reachable = browsers.of(people);
        var members = new HashMap<UUID, Member>();
        for (Account account : users.byIds(people)) {
            if (account.active()) {
                members.put(account.id(), new Member(account, chosen.getOrDefault(account.id(), Preference.NONE),
                        reachable.getOrDefault(account.id(), List.of())));
            }
        }
        return members;
    }
}

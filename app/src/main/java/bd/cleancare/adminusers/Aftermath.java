package bd.cleancare.adminusers;

import bd.cleancare.authentication.Sessions;
import bd.cleancare.notifications.Event;
import bd.cleancare.notifications.Fact;
import bd.cleancare.notifications.Notifications;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.shared.Role;
import bd.cleancare.users.Account;
import bd.cleancare.users.Standing;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What follows from a decision about a person, in its transaction. */
@Component
class Aftermath {

    private final Sessions sessions;
    private final Notifications notifications;
    private final Messages messages;

    Aftermath(Sessions sessions, Notifications notifications, Messages messages) {
        this.sessions = sessions;
        this.notifications = notifications;
        this.messages = messages;
    }

    /** Logins end where the account is switched off, and where they were made by the weaker rules for citizens. */
    void of(UUID change, Account account, Standing before, Standing to) {
        if (!to.active() || before.role() == Role.CITIZEN) {
            sessions.endAll(account.id(), "standing_changed");
        }
        if (to.works() && to.role() != before.role()) {
            notifications.tell(new Fact(Event.ROLE_GIVEN, change.toString(), List.of(account.id()), to.role().isAdmin() ? "/console/" : "/today/",
                    Map.of("role_bn", role(Language.BANGLA, to), "role_en", role(Language.ENGLISH, to))));
        }
    }

    private String role(Language language, Standing to) {
        return messages.get(language, "role." + to.role().word());
    }
}

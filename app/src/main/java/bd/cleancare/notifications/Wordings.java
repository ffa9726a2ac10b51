package bd.cleancare.notifications;

import bd.cleancare.notifications.queue.Channel;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which text an event has on a channel in a language: an admin's, else the one of the message files. */
@Component
class Wordings {

    /** The texts at one moment: read once for many messages. */
    final class Snapshot {

        private final Map<String, Wording> changed;

        private Snapshot(Map<String, Wording> changed) {
            this.changed = changed;
        }

        Wording of(Event event, Channel channel, Language language) {
            Wording own = changed.get(slot(event.word(), channel.word(), language.code()));
            return own == null ? standard(event, channel, language) : own;
        }
    }

    private final JdbcClient db;
    private final Messages messages;

    Wordings(JdbcClient db, Messages messages) {
        this.db = db;
        this.messages = messages;
    }

    Snapshot now() {
        var changed = new HashMap<String, Wording>();
        db.sql("SELECT event, channel, language, subject, body FROM notification_templates").query(row -> {
            changed.put(slot(row.getString("event"), row.getString("channel"), row.getString("language")), new Wording(row.getString("subject"), row.getString("body")));
        });
        return new Snapshot(changed);
    }

    Wording standard(Event event, Channel channel, Language language) {
        String key = "notify." + event.word();
        return switch (channel) {
            case SMS -> new Wording(null, messages.get(language, key + ".sms"));
            case IN_APP -> new Wording(null, messages.get(language, key + ".text"));
            case EMAIL, PUSH -> new Wording(messages.get(language, key + ".subject"), messages.get(language, key + ".text"));
        };
    }

    private static String slot(String event, String channel, String language) {
        return event + "/" + channel + "/" + language;
    }
}

package bd.cleancare.notifications;

import bd.cleancare.notifications.queue.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people find under their bell, and what waits for their summary of the day. */
@Component
class Bells {

    /** What is about to be rung, kept as columns for one insert. */
    static final class Rings {

        private final List<UUID> people = new ArrayList<>();
        private final List<Long> facts = new ArrayList<>();
        private final List<Object[]> later = new ArrayList<>();

        void add(UUID person, News news, Preference chosen) {
            people.add(person);
            facts.add(news.sequence());
            for (Channel channel : List.of(Channel.SMS, Channel.EMAIL, Channel.PUSH)) {
                boolean would = channel != Channel.SMS || news.event().bySms();
                if (would && chosen.wants(news.event(), channel) && chosen.onceADay(news.event(), channel)) {
                    later.add(new Object[] {person, channel.word(), news.sequence()});
                }
            }
        }
    }

    private final JdbcClient db;

    Bells(JdbcClient db) {
        this.db = db;
    }

    void ring(Rings rings) {
        db.sql("INSERT INTO notifications (user_id, fact) SELECT * FROM unnest(?::uuid[], ?::bigint[]) ON CONFLICT DO NOTHING")
                .param(rings.people.toArray(UUID[]::new)).param(rings.facts.toArray(Long[]::new)).update();
        for (Object[] each : rings.later) {
            db.sql("INSERT INTO notification_digests (user_id, channel, fact) VALUES (?, ?, ?) ON CONFLICT DO NOTHING").params(each).update();
        }
    }
}

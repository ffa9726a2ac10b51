package bd.cleancare.notifications;

import bd.cleancare.notifications.Audience.Member;
import bd.cleancare.notifications.queue.Channel;
import bd.cleancare.notifications.queue.Outbox;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One summary a day for who asked for it. Writing it and forgetting what it was made of share a transaction, person by person. */
@Component
class Digests {

    private record Waiting(UUID person, Channel channel) {
    }

    private final JdbcClient db;
    private final Audience audience;
    private final Summaries summaries;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Digests(JdbcClient db, Audience audience, Summaries summaries, Outbox outbox, TransactionTemplate transaction) {
        this.db = db;
        this.audience = audience;
        this.summaries = summaries;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    void send() {
        List<Waiting> waiting = db.sql("SELECT DISTINCT user_id, channel FROM notification_digests")
                .query((row, _) -> new Waiting(row.getObject(1, UUID.class), Channel.ofWord(row.getString(2)).orElseThrow())).list();
        waiting.forEach(each -> transaction.executeWithoutResult(_ -> send(each)));
    }

    /** Whoever deletes the rows writes the summary: two nodes never both do. */
    private void send(Waiting waiting) {
        List<News> news = db.sql("""
                WITH taken AS (DELETE FROM notification_digests WHERE user_id = ? AND channel = ? RETURNING fact)
                SELECT f.sequence, f.event, f.path, f.values::text FROM taken JOIN notification_facts f ON f.sequence = taken.fact ORDER BY f.sequence
                """).param(waiting.person).param(waiting.channel.word())
                .query((row, _) -> News.read(row.getLong(1), row.getString(2), row.getString(3), row.getString(4))).list();
        Member member = audience.of(Set.of(waiting.person)).get(waiting.person);
        if (!news.isEmpty() && member != null) {
            outbox.put(summaries.of(news, waiting.channel, member));
        }
    }
}

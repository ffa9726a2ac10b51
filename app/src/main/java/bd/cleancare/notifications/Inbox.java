package bd.cleancare.notifications;

import bd.cleancare.notifications.queue.Channel;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.pages.Unread;
import bd.cleancare.shared.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody finds under their bell. */
@Component
public class Inbox implements Unread {

    /**
     * @param reference a tracking or receipt number, which is the same in every language; null where there is none
     * @param unread whether it was never opened
     */
    public record Item(long id, Topic topic, String text, String reference, Instant at, boolean unread) {
    }

    public static final int PAGE = 20;

    private final JdbcClient db;
    private final Wordings wordings;

    Inbox(JdbcClient db, Wordings wordings) {
        this.db = db;
        this.wordings = wordings;
    }

    /** Never counts further than anybody reads. */
    @Override
    public int of(UUID person) {
        return db.sql("SELECT count(*) FROM (SELECT FROM notifications WHERE user_id = ? AND read_at IS NULL LIMIT ?) AS unread").param(person).param(MOST + 1)
                .query(Integer.class).single();
    }

    /** Newest first; one more than a page where there is another. */
    public List<Item> page(Viewer viewer, Language language, long page) {
        Wordings.Snapshot texts = wordings.now();
        return db.sql("""
                SELECT n.fact, n.created_at, n.read_at IS NULL AS unread, f.event, f.path, f.values::text AS values
                FROM notifications n JOIN notification_facts f ON f.sequence = n.fact
                WHERE n.user_id = ? ORDER BY n.fact DESC LIMIT ? OFFSET ?
                """).param(viewer.id()).param(PAGE + 1).param((page - 1) * PAGE).query((row, _) -> {
            var news = News.read(row.getLong("fact"), row.getString("event"), row.getString("path"), row.getString("values"));
            return new Item(news.sequence(), news.event().topic(), texts.of(news.event(), Channel.IN_APP, language).fill(news.values(), language).body(),
                    news.reference(), row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getBoolean("unread"));
        }).list();
    }

    /** Marks it as read and says where it leads; empty for what is not the viewer's. */
    public Optional<String> open(Viewer viewer, long id) {
        return db.sql("""
                UPDATE notifications n SET read_at = coalesce(n.read_at, now()) FROM notification_facts f
                WHERE n.user_id = ? AND n.fact = ? AND f.sequence = n.fact RETURNING f.path
                """).param(viewer.id()).param(id).query(String.class).optional();
    }

    public void readAll(Viewer viewer) {
        db.sql("UPDATE notifications SET read_at = now() WHERE user_id = ? AND read_at IS NULL").param(viewer.id()).update();
    }
}

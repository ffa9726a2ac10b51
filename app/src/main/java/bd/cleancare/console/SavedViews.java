package bd.cleancare.console;

import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Filters a member of staff gave a name. They are that person's alone. */
@Component
public class SavedViews {

    public static final int LONGEST_NAME = 60;
    public static final int MOST = 30;

    public record SavedView(UUID id, String name, String query) {
    }

    private final JdbcClient db;

    SavedViews(JdbcClient db) {
        this.db = db;
    }

    public List<SavedView> of(Viewer viewer) {
        return db.sql("SELECT id, name, query FROM saved_views WHERE user_id = ? ORDER BY lower(name), id LIMIT ?").param(viewer.id()).param(MOST)
                .query((row, _) -> new SavedView(row.getObject(1, UUID.class), row.getString(2), row.getString(3))).list();
    }

    /** Under a name that is taken, the new filters replace the old. */
    public void save(String name, QueueView view, Viewer viewer) {
        db.sql("""
                INSERT INTO saved_views (id, user_id, name, query)
                SELECT :id, :user, :name, :query
                WHERE (SELECT count(*) FROM saved_views WHERE user_id = :user AND lower(name) <> lower(:name)) < :most
                ON CONFLICT (user_id, lower(name)) DO UPDATE SET query = excluded.query, name = excluded.name
                """).param("id", Ids.next()).param("user", viewer.id()).param("name", name).param("query", view.query()).param("most", MOST).update();
    }

    public void delete(UUID id, Viewer viewer) {
        db.sql("DELETE FROM saved_views WHERE id = ? AND user_id = ?").param(id).param(viewer.id()).update();
    }
}

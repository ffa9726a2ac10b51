package bd.cleancare.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows behind photos. Each statement is a guarded move or a single row, so every one may run alone. */
@Component
class PhotoStore {

    /** A rendition as stored. */
    record Picture(int bytes, byte[] sha256) {
    }

    record Row(UUID id, String blobKey, Picture full, Picture thumbnail) {

        Picture picture(Rendition rendition) {
            return switch (rendition) {
                case FULL -> full;
                case THUMBNAIL -> thumbnail;
            };
        }
    }

    /** What is left of a photo that was given up. */
    record Leftover(UUID id, String blobKey) {
    }

    private final JdbcClient jdbc;

    PhotoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addPending(Row row, UUID owner, int width, int height) {
        jdbc.sql("""
                INSERT INTO media (id, owner_id, blob_key, full_bytes, full_sha256, full_width, full_height, thumbnail_bytes, thumbnail_sha256)
                VALUES (:id, :owner, :key, :fullBytes, :fullSha, :width, :height, :thumbnailBytes, :thumbnailSha)
                """)
                .param("id", row.id()).param("owner", owner).param("key", row.blobKey())
                .param("fullBytes", row.full().bytes()).param("fullSha", row.full().sha256())
                .param("width", width).param("height", height)
                .param("thumbnailBytes", row.thumbnail().bytes()).param("thumbnailSha", row.thumbnail().sha256())
                .update();
    }

    int keep(Collection<UUID> ids, UUID owner) {
        return jdbc.sql("UPDATE media SET state = 'kept' WHERE id = ANY(:ids) AND owner_id = :owner AND state = 'pending'")
                .param("ids", ids.toArray(UUID[]::new)).param("owner", owner).update();
    }

    void discard(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("UPDATE media SET state = 'discarded' WHERE id = ANY(:ids)").param("ids", ids.toArray(UUID[]::new)).update();
        }
    }

    Optional<Row> kept(UUID id) {
        return jdbc.sql("""
                SELECT id, blob_key, full_bytes, full_sha256, thumbnail_bytes, thumbnail_sha256 FROM media WHERE id = :id AND state = 'kept'
                """).param("id", id).query((row, _) -> row(row)).optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject(1, UUID.class), row.getString(2), new Picture(row.getInt(3), row.getBytes(4)),
                new Picture(row.getInt(5), row.getBytes(6)));
    }

    /** From here on nobody can keep them any more, so their files may go. */
    int giveUpPending(Duration olderThan) {
        return jdbc.sql("UPDATE media SET state = 'discarded' WHERE state = 'pending' AND created_at < now() - make_interval(secs => :age)")
                .param("age", olderThan.toSeconds()).update();
    }

    List<Leftover> leftovers(int most) {
        return jdbc.sql("SELECT id, blob_key FROM media WHERE state = 'discarded' ORDER BY created_at LIMIT :most")
                .param("most", most).query((row, _) -> new Leftover(row.getObject(1, UUID.class), row.getString(2))).list();
    }

    void forget(UUID id) {
        jdbc.sql("DELETE FROM media WHERE id = :id AND state = 'discarded'").param("id", id).update();
    }
}

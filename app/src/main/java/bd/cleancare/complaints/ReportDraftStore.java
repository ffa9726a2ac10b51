package bd.cleancare.complaints;

import bd.cleancare.shared.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows behind {@link ReportDrafts}. */
@Component
class ReportDraftStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient db;

    ReportDraftStore(JdbcClient db) {
        this.db = db;
    }

    Optional<ReportDraft> of(UUID user) {
        return db.sql("SELECT id, fields::text FROM report_drafts WHERE user_id = ?").param(user)
                .query((row, _) -> new ReportDraft(row.getObject(1, UUID.class), JSON.readValue(row.getString(2), new TypeReference<Map<String, String>>() {
                }), List.of())).optional().map(draft -> new ReportDraft(draft.id(), draft.fields(), photos(draft.id())));
    }

    private List<ReportDraft.Photo> photos(UUID draft) {
        return db.sql("SELECT id, name, file_size FROM report_draft_photos WHERE draft_id = ? ORDER BY id").param(draft)
                .query((row, _) -> new ReportDraft.Photo(row.getObject(1, UUID.class), row.getString(2), row.getInt(3))).list();
    }

    /** Adds what was typed to what is there, and begins a draft where there is none. */
    UUID save(UUID user, Map<String, String> fields) {
        return db.sql("""
                INSERT INTO report_drafts AS draft (id, user_id, fields) VALUES (?, ?, ?::jsonb)
                ON CONFLICT (user_id) DO UPDATE SET fields = draft.fields || excluded.fields, updated_at = now()
                RETURNING id
                """).param(Ids.next()).param(user).param(JSON.writeValueAsString(fields)).query(UUID.class).single();
    }

    /** Only where the person has not said a place. */
    void suggestPlace(UUID draft, Map<String, String> place) {
        db.sql("UPDATE report_drafts SET fields = fields || ?::jsonb WHERE id = ? AND coalesce(fields ->> 'latitude', '') = ''")
                .param(JSON.writeValueAsString(place)).param(draft).update();
    }

    /** Others who add a photo to the same draft wait. */
    int lockAndCountPhotos(UUID draft) {
        db.sql("SELECT id FROM report_drafts WHERE id = ? FOR UPDATE").param(draft).query(UUID.class).optional();
        return db.sql("SELECT count(*) FROM report_draft_photos WHERE draft_id = ?").param(draft).query(Integer.class).single();
    }

    Optional<ReportDraft.Photo> photo(UUID draft, String clientKey) {
        return db.sql("SELECT id, name, file_size FROM report_draft_photos WHERE draft_id = ? AND client_key = ?").param(draft).param(clientKey)
                .query((row, _) -> new ReportDraft.Photo(row.getObject(1, UUID.class), row.getString(2), row.getInt(3))).optional();
    }

    boolean addPhoto(UUID draft, ReportDraft.Photo photo, String clientKey) {
        return db.sql("""
                INSERT INTO report_draft_photos (id, draft_id, client_key, name, file_size)
                SELECT ?, id, ?, ?, ? FROM report_drafts WHERE id = ? ON CONFLICT DO NOTHING
                """).param(photo.id()).param(clientKey).param(photo.name()).param(photo.size()).param(draft).update() == 1;
    }

    boolean removePhoto(UUID user, UUID photo) {
        return db.sql("DELETE FROM report_draft_photos p USING report_drafts d WHERE p.id = ? AND d.id = p.draft_id AND d.user_id = ?")
                .param(photo).param(user).update() == 1;
    }

    void delete(UUID user) {
        db.sql("DELETE FROM report_drafts WHERE user_id = ?").param(user).update();
    }

    void delete(UUID user, UUID draft) {
        db.sql("DELETE FROM report_drafts WHERE user_id = ? AND id = ?").param(user).param(draft).update();
    }

    void deleteOld() {
        db.sql("DELETE FROM report_drafts WHERE updated_at < now() - interval '30 days'").update();
    }
}

package bd.cleancare.authentication;

import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SessionStore {

    /** What a session may do; {@code stale} when its last use should be written down again. */
    record Snapshot(Viewer viewer, boolean stale) {
    }

    /** The one refresh token of a session that is good now. */
    record Refresh(UUID id, Instant issuedAt) {
    }

    record Rotated(Refresh current, boolean withinGrace) {
    }

    private static final String LIVE = "ended_at IS NULL AND expires_at > now()";

    private static final String SNAPSHOT = """
            SELECT s.id, s.user_id, u.role, u.ward_scope, s.last_seen_at < now() - interval '5 minutes' AS stale
            FROM sessions s JOIN users u ON u.id = s.user_id
            WHERE s.ended_at IS NULL AND s.expires_at > now() AND u.is_active AND u.closed_at IS NULL\s""";

    private final JdbcClient db;

    SessionStore(JdbcClient db) {
        this.db = db;
    }

    void insertForApp(UUID id, UUID userId, Device device, Refresh refresh, Duration life) {
        db.sql("""
                INSERT INTO sessions (id, user_id, device, refresh_id, refresh_issued_at, expires_at)
                VALUES (:id, :user, :device, :refresh, :issuedAt, now() + make_interval(secs => :life))
                """)
                .param("id", id).param("user", userId).param("device", device.label())
                .param("refresh", refresh.id()).param("issuedAt", time(refresh.issuedAt())).param("life", life.toSeconds()).update();
    }

    void insertForPages(UUID id, UUID userId, Device device, byte[] cookieHash, Duration life) {
        db.sql("""
                INSERT INTO sessions (id, user_id, device, cookie_hash, expires_at)
                VALUES (:id, :user, :device, :cookie, now() + make_interval(secs => :life))
                """)
                .param("id", id).param("user", userId).param("device", device.label()).param("cookie", cookieHash).param("life", life.toSeconds()).update();
    }

    /**
     * Whether somebody who has signed in before does so with something else now. Versions do not count: browsers renew themselves.
     */
    boolean isNewDevice(UUID userId, UUID session, Device device) {
        return db.sql("""
                SELECT count(*) > 0 AND bool_and(regexp_replace(device, '[0-9._]+', '', 'g') <> regexp_replace(:device, '[0-9._]+', '', 'g'))
                FROM sessions WHERE user_id = :user AND id <> :session
                """).param("device", device.label()).param("user", userId).param("session", session).query(Boolean.class).single();
    }

    /** Role and scope as they are now: nothing a token says about them counts. */
    Optional<Snapshot> snapshot(UUID id) {
        return db.sql(SNAPSHOT + "AND s.id = ?").param(id).query(SessionStore::snapshot).optional();
    }

    Map<UUID, Viewer> stillOpen(Collection<UUID> ids) {
        return db.sql(SNAPSHOT + "AND s.id = ANY(?)").param(ids.toArray(UUID[]::new)).query(SessionStore::snapshot).list().stream()
                .map(Snapshot::viewer).collect(Collectors.toMap(Viewer::sessionId, Function.identity()));
    }

    Optional<UUID> idOfCookie(byte[] cookieHash) {
        return db.sql("SELECT id FROM sessions WHERE cookie_hash = :cookie AND " + LIVE).param("cookie", cookieHash).query(UUID.class).optional();
    }

    /** A page session lives on from its use; an app's by its refresh. */
    void touch(UUID id, Duration pageLife, Duration longest) {
        db.sql("""
                UPDATE sessions SET last_seen_at = now(), expires_at = CASE WHEN cookie_hash IS NULL THEN expires_at
                    ELSE least(now() + make_interval(secs => :life), created_at + make_interval(secs => :longest)) END
                WHERE id = :id AND last_seen_at < now() - interval '5 minutes' AND\s""" + LIVE)
                .param("id", id).param("life", pageLife.toSeconds()).param("longest", longest.toSeconds()).update();
    }

    List<UUID> end(UUID userId, UUID id, String reason) {
        return db.sql("UPDATE sessions SET ended_at = now(), end_reason = :reason WHERE id = :id AND user_id = :user AND ended_at IS NULL RETURNING id")
                .param("reason", reason).param("id", id).param("user", userId).query(UUID.class).list();
    }

    /** @param except one to leave, or null */
    List<UUID> endAll(UUID userId, UUID except, String reason) {
        return db.sql("""
                UPDATE sessions SET ended_at = now(), end_reason = :reason
                WHERE user_id = :user AND ended_at IS NULL AND id IS DISTINCT FROM CAST(:except AS uuid) RETURNING id
                """).param("reason", reason).param("user", userId).param("except", except).query(UUID.class).list();
    }

    /** One statement decides between racing refreshes; whoever is late finds another token in its place. */
    boolean rotate(UUID id, UUID userId, UUID presented, Refresh next, Duration life, Duration longest) {
        return db.sql("""
                UPDATE sessions s SET refresh_previous_id = s.refresh_id, refresh_rotated_at = now(), refresh_id = :next, refresh_issued_at = :issuedAt,
                    last_seen_at = now(), expires_at = least(now() + make_interval(secs => :life), s.created_at + make_interval(secs => :longest))
                FROM users u
                WHERE s.id = :id AND s.user_id = :user AND s.refresh_id = :presented AND s.ended_at IS NULL AND s.expires_at > now()
                  AND u.id = s.user_id AND u.is_active AND u.closed_at IS NULL
                """).param("next", next.id()).param("issuedAt", time(next.issuedAt())).param("life", life.toSeconds()).param("longest", longest.toSeconds())
                .param("id", id).param("user", userId).param("presented", presented).update() == 1;
    }

    /** The current refresh token of a live session of an active account, and whether the presented one was current a moment ago. */
    Optional<Rotated> rotated(UUID id, UUID userId, UUID presented, Duration grace) {
        return db.sql("""
                SELECT s.refresh_id, s.refresh_issued_at,
                       coalesce(s.refresh_previous_id = :presented AND s.refresh_rotated_at > now() - make_interval(secs => :grace), false) AS within_grace
                FROM sessions s JOIN users u ON u.id = s.user_id
                WHERE s.id = :id AND s.user_id = :user AND s.refresh_id <> :presented AND s.ended_at IS NULL AND s.expires_at > now()
                  AND u.is_active AND u.closed_at IS NULL
                """).param("presented", presented).param("grace", grace.toMillis() / 1000.0).param("id", id).param("user", userId)
                .query((row, _) -> new Rotated(new Refresh(row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant()), row.getBoolean(3)))
                .optional();
    }

    List<SessionView> list(UUID userId, UUID current) {
        return db.sql("SELECT id, device, cookie_hash IS NOT NULL AS page, created_at, last_seen_at, expires_at FROM sessions WHERE user_id = :user AND "
                + LIVE + " ORDER BY last_seen_at DESC").param("user", userId)
                .query((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new SessionView(id, row.getString("device"), row.getBoolean("page") ? "page" : "app",
                            row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                            row.getObject("expires_at", OffsetDateTime.class).toInstant(), id.equals(current));
                }).list();
    }

    void purge() {
        db.sql("DELETE FROM sessions WHERE expires_at < now() - interval '90 days' OR ended_at < now() - interval '90 days'").update();
    }

    List<UUID> liveOf(UUID userId) {
        return db.sql("SELECT id FROM sessions WHERE user_id = :user AND " + LIVE).param("user", userId).query(UUID.class).list();
    }

    private static Snapshot snapshot(ResultSet row, int number) throws SQLException {
        var wards = Set.of((String[]) row.getArray("ward_scope").getArray());
        var viewer = new Viewer(row.getObject("user_id", UUID.class), Role.ofWord(row.getString("role")).orElseThrow(), wards, row.getObject("id", UUID.class));
        return new Snapshot(viewer, row.getBoolean("stale"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

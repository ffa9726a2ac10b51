package bd.cleancare.complaints;

import bd.cleancare.complaints.ComplaintFeedback.Answer;
import bd.cleancare.complaints.ComplaintFeedback.Asked;
import bd.cleancare.complaints.ComplaintFeedback.Outcome;
import bd.cleancare.platform.crypto.KeyedHash;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The link a citizen gets by SMS to answer without signing in. It says nothing of a person, is worth nothing but one answer about
 * one resolution, is signed, and ends.
 */
@Component
public class RatingLinks {

    /** What whoever holds a link may know: no name, no address and nothing that somebody wrote. */
    public record Opened(String trackingNumber, Category category, String wardNumber, Instant resolvedAt, Asked asked) {
    }

    /** What a link was made for. */
    private record Ticket(UUID complaint, int resolution) {
    }

    private static final int SIGNED = Long.BYTES * 2 + Short.BYTES + Integer.BYTES;
    private static final int SIGNATURE = 12;
    private static final int SECONDS_OF_AN_HOUR = 3_600;

    private final KeyedHash hash;
    private final ComplaintSettings settings;
    private final ComplaintFeedback feedback;
    private final JdbcClient db;
    private final Clock clock;

    RatingLinks(KeyedHash hash, ComplaintSettings settings, ComplaintFeedback feedback, JdbcClient db, Clock clock) {
        this.hash = hash;
        this.settings = settings;
        this.feedback = feedback;
        this.db = db;
        this.clock = clock;
    }

    /** The path of a new link about the latest resolution. */
    public String path(UUID complaint) {
        int resolution = db.sql("SELECT resolutions FROM complaints WHERE id = ?").param(complaint).query(Integer.class).single();
        // Whole hours keep the link short: it travels in an SMS.
        long until = clock.instant().plus(settings.ratingLinkFor()).getEpochSecond() / SECONDS_OF_AN_HOUR;
        byte[] signed = ByteBuffer.allocate(SIGNED).putLong(complaint.getMostSignificantBits()).putLong(complaint.getLeastSignificantBits())
                .putShort((short) resolution).putInt((int) until).array();
        byte[] token = ByteBuffer.allocate(SIGNED + SIGNATURE).put(signed).put(signature(signed)).array();
        return "/rate/" + Base64.getUrlEncoder().withoutPadding().encodeToString(token) + "/";
    }

    /** Empty for a link that is forged, over, or about a resolution that is no more. */
    public Optional<Opened> open(String token) {
        return read(token).flatMap(ticket -> feedback.asked(ticket.complaint()).filter(asked -> asked.resolution() == ticket.resolution())
                .flatMap(asked -> db.sql("SELECT tracking_number, category, ward_number, resolved_at FROM complaints WHERE id = ?").param(ticket.complaint())
                        .query((row, _) -> new Opened(row.getString(1), Category.ofCode(row.getInt(2)), row.getString(3), ComplaintRow.instant(row, 4), asked)).optional()));
    }

    public Outcome answer(String token, Answer answer) {
        return read(token).flatMap(ticket -> owner(ticket.complaint()).map(owner -> feedback.give(ticket.resolution(), ticket.complaint(), answer, owner)))
                .orElseGet(Outcome.NotAsked::new);
    }

    private Optional<Viewer> owner(UUID complaint) {
        return db.sql("SELECT user_id FROM complaints WHERE id = ?").param(complaint).query(UUID.class).optional()
                .map(owner -> new Viewer(owner, Role.CITIZEN, Set.of(), null));
    }

    private Optional<Ticket> read(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        if (bytes.length != SIGNED + SIGNATURE) {
            return Optional.empty();
        }
        byte[] signed = Arrays.copyOf(bytes, SIGNED);
        if (!MessageDigest.isEqual(signature(signed), Arrays.copyOfRange(bytes, SIGNED, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(signed);
        var ticket = new Ticket(new UUID(read.getLong(), read.getLong()), read.getShort());
        boolean over = clock.instant().getEpochSecond() / SECONDS_OF_AN_HOUR > read.getInt();
        return over ? Optional.empty() : Optional.of(ticket);
    }

    private byte[] signature(byte[] signed) {
        return Arrays.copyOf(hash.ofCode("rating-link", Base64.getEncoder().encodeToString(signed)), SIGNATURE);
    }
}

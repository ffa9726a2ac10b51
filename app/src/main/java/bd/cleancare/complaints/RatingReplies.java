package bd.cleancare.complaints;

import bd.cleancare.complaints.ComplaintFeedback.Answer;
import bd.cleancare.notifications.SmsReceived;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Text;
import bd.cleancare.shared.Viewer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A citizen answers the SMS about a resolution with one to five, perhaps with words behind it and the number of the complaint among them;
 * without a number it is the complaint resolved last that still waits for stars. Every other text is no rating.
 */
@Component
class RatingReplies {

    private static final Pattern RATING = Pattern.compile("([1-5])[.!।]?(?:[\\s,;:-]+(.+))?", Pattern.DOTALL);

    private record Waiting(UUID complaint, UUID citizen, int resolution) {
    }

    private record Reply(int score, String number, String words) {
    }

    private final ComplaintFeedback feedback;
    private final ComplaintSettings settings;
    private final JdbcClient db;

    RatingReplies(ComplaintFeedback feedback, ComplaintSettings settings, JdbcClient db) {
        this.feedback = feedback;
        this.settings = settings;
        this.db = db;
    }

    /** Commits with the message being marked as heard: a message that is told twice rates once. */
    @EventListener
    void heard(SmsReceived sms) {
        read(sms.text()).flatMap(reply -> waiting(sms, reply).map(found -> {
            var citizen = new Viewer(found.citizen(), Role.CITIZEN, Set.of(), null);
            return feedback.give(found.resolution(), found.complaint(), new Answer(reply.score(), null, reply.words()), citizen);
        }));
    }

    private static Optional<Reply> read(String text) {
        Matcher rating = RATING.matcher(text.strip());
        if (!rating.matches()) {
            return Optional.empty();
        }
        String rest = rating.group(2) == null ? "" : rating.group(2);
        String number = Arrays.stream(rest.split("\\s+")).filter(word -> TrackingNumber.parse(word) instanceof TrackingNumber.Reading.Read).findFirst().orElse(null);
        String words = Arrays.stream(rest.split("\\s+")).filter(word -> !word.equals(number)).collect(Collectors.joining(" "));
        String shown = Text.length(words) > ComplaintFeedback.LONGEST_COMMENT ? words.substring(0, words.offsetByCodePoints(0, ComplaintFeedback.LONGEST_COMMENT)) : words;
        return Optional.of(new Reply(Integer.parseInt(rating.group(1)), number, shown.isBlank() ? null : shown));
    }

    private Optional<Waiting> waiting(SmsReceived sms, Reply reply) {
        String number = reply.number() == null ? null : ((TrackingNumber.Reading.Read) TrackingNumber.parse(reply.number())).number().text();
        return db.sql("""
                SELECT c.id, c.user_id, c.resolutions FROM users u JOIN complaints c ON c.user_id = u.id
                LEFT JOIN complaint_feedback f ON f.complaint_id = c.id AND f.resolution = c.resolutions
                WHERE u.phone = :phone AND c.status = 3 AND f.score IS NULL AND c.resolved_at > now() - make_interval(secs => :window)
                  AND (:number::text IS NULL OR c.tracking_number = :number)
                ORDER BY c.resolved_at DESC, c.id DESC LIMIT 1
                """).param("phone", sms.from().canonical()).param("window", settings.ratingLinkFor().toSeconds()).param("number", number)
                .query((row, _) -> new Waiting(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3))).optional();
    }
}

package bd.cleancare.notifications;

import bd.cleancare.notifications.queue.Channel;
import bd.cleancare.notifications.sms.SmsText;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.shared.Viewer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The texts of events, as admins change them. */
@Component
public class Templates {

    /** Which text. */
    public record Slot(Event event, Channel channel, Language language) {
    }

    /**
     * A text as it is in use.
     *
     * @param version what an edit is based on; 0 for the text of the message files
     */
    public record Text(Slot slot, String subject, String body, int version) {

        public boolean changed() {
            return version > 0;
        }
    }

    /** What a text looks like with sample values. */
    public record Preview(String subject, String body, boolean gsm, int units, int segments, int rest) {
    }

    public static final int LONGEST_SUBJECT = 150;
    public static final int LONGEST_BODY = 1000;
    /** More pieces than this are a letter, not an SMS. */
    private static final int MOST_SEGMENTS = 4;
    private static final String BRAND = "(CleanCare) ";

    private final JdbcClient db;
    private final Wordings wordings;
    private final Samples samples;

    Templates(JdbcClient db, Wordings wordings, Samples samples) {
        this.db = db;
        this.wordings = wordings;
        this.samples = samples;
    }

    public Text text(Slot slot) {
        return db.sql("SELECT subject, body, version FROM notification_templates WHERE event = ? AND channel = ? AND language = ?")
                .param(slot.event().word()).param(slot.channel().word()).param(slot.language().code())
                .query((row, _) -> new Text(slot, row.getString(1), row.getString(2), row.getInt(3))).optional().orElseGet(() -> standard(slot));
    }

    /** Which were changed, as {@code event/channel/language}. */
    public Set<String> changed() {
        return new HashSet<>(db.sql("SELECT event || '/' || channel || '/' || language FROM notification_templates").query(String.class).list());
    }

    private Text standard(Slot slot) {
        Wording wording = wordings.standard(slot.event(), slot.channel(), slot.language());
        return new Text(slot, wording.subject(), wording.body(), 0);
    }

    public Preview preview(Slot slot, String subject, String body) {
        Wording filled = new Wording(subject, body).fill(samples.of(slot.language()), slot.language());
        SmsText sms = SmsText.of(filled.body());
        return new Preview(filled.subject(), filled.body(), sms.gsm(), sms.units(), sms.segments(), sms.rest());
    }

    /** Everything wrong with a text, so that nobody is sent one with a hole in it. */
    public FieldErrors errors(Slot slot, String subject, String body) {
        var errors = new FieldErrors();
        var unknown = new HashSet<>(new Wording(subject, body).places());
        unknown.removeAll(slot.event().placeholders());
        if (!unknown.isEmpty()) {
            errors.add("body", "templates.unknown_place", unknown.iterator().next());
        }
        if (new Wording(null, body).fill(new HashMap<>(), slot.language()).body().matches(".*[{}].*")) {
            errors.add("body", "templates.stray_brace");
        }
        if (slot.channel() == Channel.SMS) {
            smsErrors(slot, body, errors);
        }
        return errors;
    }

    /** Operators may block what does not name its sender in round brackets; promotional texts besides codes must be Bangla, which these are not. */
    private void smsErrors(Slot slot, String body, FieldErrors errors) {
        if (!body.startsWith(BRAND)) {
            errors.add("body", "templates.brand", BRAND.strip());
        }
        int segments = preview(slot, null, body).segments();
        if (segments > MOST_SEGMENTS) {
            errors.add("body", "templates.too_many_segments", segments, MOST_SEGMENTS);
        }
    }

    /** @return false when somebody else changed it since {@code seen} */
    public boolean save(Text seen, String subject, String body, Viewer viewer) {
        Slot slot = seen.slot();
        return db.sql("""
                INSERT INTO notification_templates AS t (event, channel, language, subject, body, changed_by) VALUES (:event, :channel, :language, :subject, :body, :by)
                ON CONFLICT (event, channel, language) DO UPDATE SET subject = :subject, body = :body, changed_by = :by, changed_at = now(), version = t.version + 1
                WHERE t.version = :version
                """).param("event", slot.event().word()).param("channel", slot.channel().word()).param("language", slot.language().code())
                .param("subject", subject).param("body", body).param("by", viewer.id()).param("version", seen.version()).update() == 1;
    }

    /** Back to the text of the message files. */
    public void reset(Slot slot) {
        db.sql("DELETE FROM notification_templates WHERE event = ? AND channel = ? AND language = ?").param(slot.event().word()).param(slot.channel().word())
                .param(slot.language().code()).update();
    }
}

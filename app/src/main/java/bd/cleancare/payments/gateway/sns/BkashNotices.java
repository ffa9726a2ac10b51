package bd.cleancare.payments.gateway.sns;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes bKash's notices: what is not signed by Amazon, not of our topic, old or seen before is dropped and counted. */
@Component
public class BkashNotices {

    /** What a message was; only {@link Paid} says anything about a payment, and that only that asking about it is worth while. */
    public sealed interface Notice {

        record Paid(String invoice) implements Notice {
        }

        record Subscribed() implements Notice {
        }

        record Ignored(Reason reason) implements Notice {
        }
    }

    public enum Reason { SWITCHED_OFF, UNREADABLE, OTHER_TOPIC, OLD, CERTIFICATE, SIGNATURE, REPLAYED, SUBSCRIBE_ADDRESS, NO_PAYMENT }

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(15);

    private final NoticeSettings settings;
    private final AmazonSite amazon;
    private final JdbcClient db;
    private final Clock clock;
    private final Map<Reason, LongAdder> ignored = new ConcurrentHashMap<>();

    BkashNotices(NoticeSettings settings, AmazonSite amazon, JdbcClient db, Clock clock) {
        this.settings = settings;
        this.amazon = amazon;
        this.db = db;
        this.clock = clock;
    }

    public Notice take(String body) {
        Notice notice = read(SnsMessage.parse(body));
        if (notice instanceof Notice.Ignored(Reason reason)) {
            ignored.computeIfAbsent(reason, _ -> new LongAdder()).increment();
        }
        return notice;
    }

    /** How many messages were ignored for that since the start. */
    public long count(Reason reason) {
        LongAdder counted = ignored.get(reason);
        return counted == null ? 0 : counted.sum();
    }

    private Notice read(SnsMessage message) {
        Reason wrong = settings.topic().isEmpty() ? Reason.SWITCHED_OFF : message == null ? Reason.UNREADABLE : wrong(message);
        if (wrong != null) {
            return new Notice.Ignored(wrong);
        }
        if (message.isSubscription()) {
            return amazon.confirm(message.field("SubscribeURL")) ? new Notice.Subscribed() : new Notice.Ignored(Reason.SUBSCRIBE_ADDRESS);
        }
        String invoice = message.message().path("merchantInvoiceNumber").asString(message.message().path("transactionReference").asString(""));
        if (invoice.isEmpty()) {
            return new Notice.Ignored(Reason.NO_PAYMENT);
        }
        return isFirst(message.field("MessageId")) ? new Notice.Paid(invoice) : new Notice.Ignored(Reason.REPLAYED);
    }

    private Reason wrong(SnsMessage message) {
        if (!message.isNotification() && !message.isSubscription() || message.field("MessageId").isEmpty() || message.field("MessageId").length() > 100) {
            return Reason.UNREADABLE;
        }
        if (!message.field("TopicArn").equals(settings.topic())) {
            return Reason.OTHER_TOPIC;
        }
        Instant at = message.timestamp();
        Instant now = clock.instant();
        if (at == null || at.isBefore(now.minus(settings.longestAge())) || at.isAfter(now.plus(CLOCKS_DIFFER))) {
            return Reason.OLD;
        }
        X509Certificate certificate = amazon.certificate(message.field("SigningCertURL"));
        if (certificate == null || certificate.getNotAfter().before(Date.from(now)) || certificate.getNotBefore().after(Date.from(now))) {
            return Reason.CERTIFICATE;
        }
        return isSigned(message, certificate) ? null : Reason.SIGNATURE;
    }

    private static boolean isSigned(SnsMessage message, X509Certificate certificate) {
        String algorithm = switch (message.field("SignatureVersion")) {
            case "1" -> "SHA1withRSA";
            case "2" -> "SHA256withRSA";
            default -> null;
        };
        if (algorithm == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(certificate);
            signature.update(message.signed());
            return signature.verify(Base64.getDecoder().decode(message.field("Signature")));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    private boolean isFirst(String messageId) {
        return db.sql("INSERT INTO payment_notice_messages (message_id) VALUES (?) ON CONFLICT DO NOTHING").param(messageId).update() == 1;
    }

    /** What is older than a notice may be is refused by its age. */
    public void forgetOld() {
        db.sql("DELETE FROM payment_notice_messages WHERE received_at < now() - make_interval(secs => ?) - interval '1 hour'").param(settings.longestAge().toSeconds()).update();
    }
}

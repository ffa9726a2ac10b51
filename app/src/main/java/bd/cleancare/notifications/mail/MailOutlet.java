package bd.cleancare.notifications.mail;

import bd.cleancare.notifications.queue.Channel;
import bd.cleancare.notifications.queue.Due;
import bd.cleancare.notifications.queue.Letter;
import bd.cleancare.notifications.queue.Notices;
import bd.cleancare.notifications.queue.OutgoingStore;
import bd.cleancare.notifications.queue.Outlet;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** One attempt at one mail. A repetition carries the same Message-ID, by which mail servers tell it from a second mail. */
@Component
class MailOutlet implements Outlet {

    private static final Logger log = LoggerFactory.getLogger(MailOutlet.class);
    private static final String SERVER = "smtp";
    /** Longer than the time limits of a connection, a command and a text together. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final JavaMailSenderImpl sender;
    private final MailSettings settings;
    private final OutgoingStore store;
    private final MailText text;

    MailOutlet(ObjectProvider<JavaMailSenderImpl> sender, MailSettings settings, OutgoingStore store, MailText text) {
        this.sender = sender.getIfAvailable();
        this.settings = settings;
        this.store = store;
        this.text = text;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean open() {
        return sender != null && sender.getHost() != null && !settings.from().isEmpty();
    }

    @Override
    public int concurrency() {
        return settings.concurrency();
    }

    @Override
    public int perSecond() {
        return settings.perSecond();
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void attempt(Due due) {
        if (!store.beginAttempt(due, SERVER)) {
            return;
        }
        try {
            sender.send(mail(due));
            store.sent(due, "", null);
        } catch (MessagingException | UnsupportedEncodingException e) {
            store.failed(due, "refused", e.getClass().getSimpleName());
        } catch (MailException e) {
            failed(due, e);
        }
    }

    private MimeMessage mail(Due due) throws MessagingException, UnsupportedEncodingException {
        Letter letter = Letter.of(due.content());
        var mail = new OwnId(sender.createMimeMessage(), due.id() + "@" + settings.from().substring(settings.from().indexOf('@') + 1));
        mail.setFrom(new InternetAddress(settings.from(), text.sender(letter), "UTF-8"));
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(due.address(), true));
        mail.setSubject(letter.subject(), "UTF-8");
        mail.setText(text.body(letter), "UTF-8");
        mail.setHeader("Content-Language", letter.language());
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.saveChanges();
        return mail;
    }

    /** What a server says may hold the address: the log gets the kind of trouble only. */
    private void failed(Due due, MailException e) {
        String reason = e instanceof MailSendException send && !send.getFailedMessages().isEmpty()
                ? send.getFailedMessages().values().iterator().next().getClass().getSimpleName() : e.getClass().getSimpleName();
        log.warn("Mail {} was not taken: {}", due.id(), reason);
        if (isHopeless(e)) {
            store.failed(due, "refused", reason);
        } else {
            store.notTaken(due, Notices.delayAfter(due), "try_again", reason);
        }
    }

    /** The server does not know the address and never will. */
    private static boolean isHopeless(MailException e) {
        return e instanceof MailSendException send && send.getFailedMessages().values().stream()
                .anyMatch(cause -> cause instanceof AddressException || cause instanceof SendFailedException refused && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
    }

    /** A message that keeps the id it was given. */
    private static final class OwnId extends MimeMessage {

        private final String id;

        private OwnId(MimeMessage empty, String id) throws MessagingException {
            super(empty.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}

package bd.cleancare.simulators.mail;

import bd.cleancare.simulators.server.Address;
import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.SimulatorServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes any mail for anybody by SMTP. {@code GET /inbox?to=name@example.org&limit=50} shows what arrived, newest first; {@code DELETE /inbox}
 * forgets it.
 */
public final class MailServer implements AutoCloseable {

    /** Beyond so many all are forgotten: a demo that runs for months does not fill the memory. */
    private static final int MOST = 5_000;

    private final GreenMail smtp;
    private final SimulatorServer server;

    private MailServer(GreenMail smtp, SimulatorServer server) {
        this.smtp = smtp;
        this.server = server;
    }

    /** @param smtpPort 0 takes any free port */
    public static MailServer start(Address address, int smtpPort) {
        var smtp = new GreenMail(new ServerSetup(smtpPort, address.host(), ServerSetup.PROTOCOL_SMTP));
        var mails = new MailServer(smtp, new SimulatorServer(address, Clock.systemUTC()));
        mails.server.routes().control("GET", "/inbox", request -> Answer.json(mails.inbox(request.query().getOrDefault("to", ""),
                Integer.parseInt(request.query().getOrDefault("limit", "50")))));
        mails.server.routes().control("DELETE", "/inbox", _ -> {
            mails.forget();
            return Answer.text(204, "");
        });
        smtp.start();
        mails.server.start();
        return mails;
    }

    public int smtpPort() {
        return smtp.getSmtp().getPort();
    }

    /** Where to look at what arrived. */
    public String baseUrl() {
        return server.baseUrl();
    }

    private synchronized ArrayNode inbox(String to, int limit) {
        List<MimeMessage> mails = Arrays.asList(smtp.getReceivedMessages()).reversed();
        ArrayNode found = Json.array();
        mails.stream().map(MailServer::read).filter(mail -> to.isEmpty() || mail.path("to").asString().equals(to.toLowerCase(Locale.ROOT)))
                .limit(limit).forEach(found::add);
        if (mails.size() > MOST) {
            forget();
        }
        return found;
    }

    private synchronized void forget() {
        try {
            smtp.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException cannotHappen) {
            throw new IllegalStateException(cannotHappen);
        }
    }

    private static ObjectNode read(MimeMessage mail) {
        try {
            var from = (InternetAddress) mail.getFrom()[0];
            return Json.object().put("to", ((InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0]).getAddress().toLowerCase(Locale.ROOT))
                    .put("from", from.getAddress()).put("sender", from.getPersonal()).put("subject", mail.getSubject())
                    .put("text", String.valueOf(mail.getContent()).replace("\r\n", "\n").strip()).put("message_id", mail.getMessageID())
                    .put("sent_at", mail.getSentDate() == null ? mail.getReceivedDate().toInstant().toString() : mail.getSentDate().toInstant().toString());
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public void close() {
        smtp.stop();
        server.close();
    }
}

package bd.cleancare.notifications.sandbox;

import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.simulators.mail.MailServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;

/** The mail the demo has sent: a page for people, JSON with {@code ?to=} for scripts. Demo and test only. */
@Controller
@Profile({"demo", "test"})
@ConditionalOnExpression(MailSimulator.NO_OTHER_SERVER)
public class MailInboxPage {

    /** @param link where its first link leads; null where it has none */
    public record Mail(String to, String sender, String subject, String text, String link, Instant sentAt) {
    }

    private static final int SHOWN = 100;
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final MailServer server;

    MailInboxPage(MailServer server) {
        this.server = server;
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping(path = "/sandbox/mail", params = "to", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Mail> of(@RequestParam String to) throws IOException, InterruptedException {
        return inbox("&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping("/sandbox/mail")
    Page page() throws IOException, InterruptedException {
        return Page.of("notifications/mail-inbox").with("received", inbox(""));
    }

    private List<Mail> inbox(String query) throws IOException, InterruptedException {
        return SimulatorHttp.get(server.baseUrl() + "/inbox?limit=" + SHOWN + query).valueStream().map(MailInboxPage::read).toList();
    }

    private static Mail read(JsonNode mail) {
        String text = mail.path("text").asString();
        var link = LINK.matcher(text);
        return new Mail(mail.path("to").asString(), mail.path("sender").asString(mail.path("from").asString()), mail.path("subject").asString(), text,
                link.find() ? link.group() : null, Instant.parse(mail.path("sent_at").asString()));
    }
}

package bd.cleancare.notifications.sandbox;

import bd.cleancare.notifications.sms.SmsSettings;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;

/** What the simulated phones of the city have received: a page for people, JSON with {@code ?phone=} for scripts. Demo and test only. */
@Controller
@Profile({"demo", "test"})
public class SmsInboxPage {

    public record Received(String phone, String message, String code, Instant sentAt) {
    }

    private static final int SHOWN = 100;

    private final SmsSettings settings;
    private final PublicUrl publicUrl;

    SmsInboxPage(SmsSettings settings, PublicUrl publicUrl) {
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping(path = "/sandbox/sms", params = "phone", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Received> ofPhone(@RequestParam String phone) throws IOException, InterruptedException {
        return inbox("?phone=" + URLEncoder.encode(phone, StandardCharsets.UTF_8));
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping("/sandbox/sms")
    Page page() throws IOException, InterruptedException {
        return Page.of("notifications/sms-inbox").with("received", inbox("").stream().limit(SHOWN).toList());
    }

    /** Somebody answers, through the gateway, as it would come in. */
    @Access(Access.Rule.ANYONE)
    @PostMapping("/sandbox/sms")
    Page answer(@RequestParam String phone, @RequestParam String text, HttpServletRequest request) throws IOException, InterruptedException {
        var answer = SimulatorHttp.post(settings.sslWireless().baseUrl() + "/__sim/replies",
                Map.of("url", publicUrl.base(request) + "/api/sms/inbound/", "secret", settings.sslWireless().inboundSecret(), "phone", phone, "text", text));
        boolean taken = answer.path("status").asInt() == 200;
        return taken ? Page.redirect("/sandbox/sms/").flash("sandbox.sms.answered") : Page.redirect("/sandbox/sms/").warning("sandbox.sms.not_answered");
    }

    private List<Received> inbox(String query) throws IOException, InterruptedException {
        return SimulatorHttp.get(settings.sslWireless().baseUrl() + "/inbox" + query).valueStream().map(SmsInboxPage::read).toList();
    }

    private static Received read(JsonNode sms) {
        return new Received(sms.path("phone").asString(), sms.path("message").asString(), sms.path("code").isNull() ? null : sms.path("code").asString(),
                Instant.parse(sms.path("sent_at").asString()));
    }
}

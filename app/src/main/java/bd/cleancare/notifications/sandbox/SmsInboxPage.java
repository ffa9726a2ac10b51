package bd.cleancare.notifications.sandbox;

import bd.cleancare.notifications.sms.SmsSettings;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import tools.jackson.databind.json.JsonMapper;

/** What the simulated phones of the city have received: a page for people, JSON with {@code ?phone=} for scripts. Demo and test only. */
@Controller
@Profile({"demo", "test"})
public class SmsInboxPage {

    public record Received(String phone, String message, String code, Instant sentAt) {
    }

    private static final int SHOWN = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

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
        String body = JSON.writeValueAsString(Map.of("url", publicUrl.base(request) + "/api/sms/inbound/", "secret", settings.sslWireless().inboundSecret(), "phone", phone, "text", text));
        var answer = HTTP.send(HttpRequest.newBuilder(URI.create(settings.sslWireless().baseUrl() + "/__sim/replies")).timeout(Duration.ofSeconds(15))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        boolean taken = JSON.readTree(answer.body()).path("status").asInt() == 200;
        return taken ? Page.redirect("/sandbox/sms/").flash("sandbox.sms.answered") : Page.redirect("/sandbox/sms/").warning("sandbox.sms.not_answered");
    }

    private List<Received> inbox(String query) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(settings.sslWireless().baseUrl() + "/inbox" + query)).timeout(Duration.ofSeconds(5)).build();
        JsonNode received = JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
        return received.valueStream().map(each -> new Received(each.path("phone").asString(), each.path("message").asString(),
                each.path("code").isNull() ? null : each.path("code").asString(), Instant.parse(each.path("sent_at").asString()))).toList();
    }
}

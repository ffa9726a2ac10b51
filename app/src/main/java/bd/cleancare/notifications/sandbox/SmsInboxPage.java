package bd.cleancare.notifications.sandbox;

import bd.cleancare.notifications.SmsSettings;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.security.Access;
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
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the simulated phones of the city have received: a page for people, JSON with {@code ?phone=} for scripts. Demo and test only. */
@RestController
@Profile({"demo", "test"})
class SmsInboxPage {

    record Received(String phone, String message, String code, Instant sentAt) {
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final SmsSettings settings;
    private final Messages messages;

    SmsInboxPage(SmsSettings settings, Messages messages) {
        this.settings = settings;
        this.messages = messages;
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping(path = "/sandbox/sms", params = "phone", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Received> ofPhone(@RequestParam String phone) throws IOException, InterruptedException {
        return inbox("?phone=" + URLEncoder.encode(phone, StandardCharsets.UTF_8));
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping(path = "/sandbox/sms", produces = "text/html;charset=UTF-8")
    String page(HttpServletRequest request) throws IOException, InterruptedException {
        Language language = Language.of(request);
        var page = new StringBuilder("<!doctype html><html lang=\"" + language.code() + "\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + text(language, "sandbox.sms.title") + "</title><h1>"
                + text(language, "sandbox.sms.title") + "</h1><p>" + text(language, "sandbox.sms.lead") + "</p><table><tr>");
        for (String column : List.of("time", "phone", "message")) {
            page.append("<th scope=\"col\">").append(text(language, "sandbox.sms." + column));
        }
        for (Received each : inbox("")) {
            page.append("<tr><td>").append(each.sentAt()).append("<td>").append(HtmlUtils.htmlEscape(each.phone()))
                    .append("<td>").append(HtmlUtils.htmlEscape(each.message()));
        }
        return page.append("</table></html>").toString();
    }

    private String text(Language language, String key) {
        return HtmlUtils.htmlEscape(messages.get(language, key));
    }

    private List<Received> inbox(String query) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(settings.sslWireless().baseUrl() + "/inbox" + query)).timeout(Duration.ofSeconds(5)).build();
        JsonNode received = JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
        return received.valueStream().map(each -> new Received(each.path("phone").asString(), each.path("message").asString(),
                each.path("code").isNull() ? null : each.path("code").asString(), Instant.parse(each.path("sent_at").asString()))).toList();
    }
}

package bd.cleancare.notifications.web;

import bd.cleancare.notifications.push.Browsers;
import bd.cleancare.notifications.Choices;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Text;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where people choose what they are told, and how. */
@Controller
class ChoicePages {

    private static final String CHOICES = "/profile/notifications/";
    private static final String CONFIRM = "/mail/confirm/{token}/";
    private static final int MOST = 40;
    private static final int LONGEST_LABEL = 120;

    private final Choices choices;
    private final Browsers browsers;

    ChoicePages(Choices choices, Browsers browsers) {
        this.choices = choices;
        this.browsers = browsers;
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping(CHOICES)
    Page show(Viewer viewer) {
        return Page.of("notifications/choices").with("chosen", choices.of(viewer.id())).with("hasMail", choices.hasMail())
                .with("applicationKey", browsers.applicationKey());
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping(CHOICES)
    Page save(Viewer viewer, RequestFields fields) {
        var on = new HashSet<>(fields.optionalTexts("on", MOST));
        var daily = new HashSet<>(fields.optionalTexts("daily", MOST));
        boolean quiet = fields.optionalText("quiet", 10) != null;
        Integer from = fields.optionalChoice("quiet_from", ChoicePages::hour);
        Integer until = fields.optionalChoice("quiet_until", ChoicePages::hour);
        fields.throwIfBad();
        boolean hours = quiet && from != null && until != null && !Objects.equals(from, until);
        choices.save(viewer.id(), on, daily, hours ? from : null, hours ? until : null);
        return Page.redirect(CHOICES).flash("choices.saved");
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping(CHOICES + "email/")
    Page askEmail(Viewer viewer) {
        choices.askEmail(viewer.id());
        return Page.redirect(CHOICES).flash("choices.email_sent");
    }

    /** Reading a mail is not agreeing, and scanners follow links: the button on the page does it. */
    @Access(Access.Rule.ANYONE)
    @GetMapping(CONFIRM)
    Page confirm(@PathVariable String token) {
        return Page.of("notifications/confirm").header("Referrer-Policy", "no-referrer").with("done", false);
    }

    @Access(Access.Rule.ANYONE)
    @PostMapping(CONFIRM)
    Page confirmed(@PathVariable String token) {
        if (!choices.confirmEmail(token)) {
            throw Problem.detail(404, "mail_link_over");
        }
        return Page.of("notifications/confirm").with("done", true);
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping(CHOICES + "browser/")
    ResponseEntity<Map<String, Boolean>> addBrowser(Viewer viewer, RequestFields fields, HttpServletRequest request) {
        String endpoint = fields.text("endpoint", 1000);
        String key = fields.text("p256dh", 200);
        String auth = fields.text("auth", 100);
        fields.throwIfBad();
        String agent = Text.normalise(Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
        if (!browsers.add(viewer.id(), endpoint, key, auth, agent.substring(0, Math.min(LONGEST_LABEL, agent.length())))) {
            throw Problem.detail(400, "push_refused");
        }
        return ResponseEntity.ok(Map.of("on", true));
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping(CHOICES + "browser/remove/")
    ResponseEntity<Map<String, Boolean>> removeBrowser(Viewer viewer, RequestFields fields) {
        String endpoint = fields.text("endpoint", 1000);
        fields.throwIfBad();
        browsers.remove(viewer.id(), endpoint);
        return ResponseEntity.ok(Map.of("on", false));
    }

    private static Optional<Integer> hour(String word) {
        return word.matches("\\d{1,2}") && Integer.parseInt(word) < 24 ? Optional.of(Integer.valueOf(word)) : Optional.empty();
    }
}

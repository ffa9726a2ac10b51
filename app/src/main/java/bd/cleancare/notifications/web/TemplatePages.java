package bd.cleancare.notifications.web;

import bd.cleancare.notifications.queue.Channel;
import bd.cleancare.notifications.Event;
import bd.cleancare.notifications.Templates;
import bd.cleancare.notifications.Templates.Slot;
import bd.cleancare.notifications.Templates.Text;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Viewer;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The texts of notifications. */
@Controller
class TemplatePages {

    private static final String TEXTS = "/console/notifications/";
    private static final String ONE = TEXTS + "{event}/{channel}/{language}/";

    private final Templates templates;

    TemplatePages(Templates templates) {
        this.templates = templates;
    }

    @Access(Access.Rule.ADMINS)
    @GetMapping(TEXTS)
    Page list() {
        return Page.of("notifications/texts").with("changed", templates.changed());
    }

    @Access(Access.Rule.ADMINS)
    @GetMapping(ONE)
    Page one(@PathVariable String event, @PathVariable String channel, @PathVariable String language) {
        Text text = templates.text(slot(event, channel, language));
        return page(text, Form.empty().value("subject", text.subject()).value("body", text.body()).value("version", text.version()), text.subject(), text.body());
    }

    /** {@code act=look} only shows what it would look like. */
    @Access(Access.Rule.ADMINS)
    @PostMapping(ONE)
    Page save(@PathVariable String event, @PathVariable String channel, @PathVariable String language, RequestFields fields, Viewer viewer) {
        Slot slot = slot(event, channel, language);
        Text now = templates.text(slot);
        String subject = slot.channel().hasSubject() ? fields.text("subject", Templates.LONGEST_SUBJECT) : null;
        String body = fields.text("body", Templates.LONGEST_BODY);
        Integer version = fields.optionalInteger("version");
        FieldErrors found = body == null ? new FieldErrors() : templates.errors(slot, subject, body);
        boolean bad = !fields.errors().byField().isEmpty() || !found.byField().isEmpty();
        Form form = Form.of(fields).refused(found);
        if (bad || "look".equals(fields.optionalText("act", 10))) {
            return page(now, form, subject, Objects.requireNonNullElse(body, "")).status(bad ? 422 : 200);
        }
        if (templates.save(new Text(slot, now.subject(), now.body(), version == null ? 0 : version), subject, body, viewer)) {
            return Page.redirect(TEXTS).flash("templates.saved");
        }
        // The typed text stays; sent once more, it goes over what the other wrote.
        Form again = Form.refused(fields, Problem.detail(409, "conflict")).value("version", now.version());
        return page(now, again, subject, body).status(409);
    }

    @Access(Access.Rule.ADMINS)
    @PostMapping(ONE + "reset/")
    Page reset(@PathVariable String event, @PathVariable String channel, @PathVariable String language) {
        templates.reset(slot(event, channel, language));
        return Page.redirect(TEXTS).flash("templates.reset");
    }

    private Page page(Text text, Form form, String subject, String body) {
        return Page.of("notifications/text").with("text", text).with("form", form).with("preview", templates.preview(text.slot(), subject, body));
    }

    private static Slot slot(String event, String channel, String language) {
        if (!"bn".equals(language) && !"en".equals(language)) {
            throw Problem.notFound();
        }
        return new Slot(Event.ofWord(event).orElseThrow(Problem::notFound), Channel.ofWord(channel).orElseThrow(Problem::notFound), Language.of(Locale.of(language)));
    }
}

package bd.cleancare.console.web;

import bd.cleancare.complaints.Category;
import bd.cleancare.complaints.Remark;
import bd.cleancare.console.Labels;
import bd.cleancare.console.ResponseTemplates;
import bd.cleancare.console.ResponseTemplates.Template;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The answers staff give often. */
@Controller
class TemplateController {

    private static final String TEMPLATES = "/console/templates/";

    private final ResponseTemplates templates;

    TemplateController(ResponseTemplates templates) {
        this.templates = templates;
    }

    @Access(Access.Rule.ADMINS)
    @GetMapping(TEMPLATES)
    Page list() {
        return Page.of("console/templates").with("templates", templates.all());
    }

    @Access(Access.Rule.ADMINS)
    @GetMapping(TEMPLATES + "new/")
    Page empty() {
        return form(null, Form.empty());
    }

    @Access(Access.Rule.ADMINS)
    @GetMapping(TEMPLATES + "{id}/")
    Page one(@PathVariable String id) {
        Template template = found(id);
        return form(template.id(), Form.empty().value("category", template.category() == null ? "" : Labels.word(template.category()))
                .value("title_bn", template.titleBn()).value("title_en", template.titleEn()).value("body_bn", template.bodyBn())
                .value("body_en", template.bodyEn()).value("version", template.version()));
    }

    private static Page form(UUID id, Form form) {
        return Page.of("console/template").with("id", id).with("form", form);
    }

    @Access(Access.Rule.ADMINS)
    @PostMapping(TEMPLATES + "new/")
    Page add(RequestFields fields, Viewer viewer) {
        try {
            templates.add(read(fields, null), viewer);
            return Page.redirect(TEMPLATES).flash("console.templates.saved");
        } catch (Problem refused) {
            return form(null, Form.refused(fields, refused)).status(422);
        }
    }

    @Access(Access.Rule.ADMINS)
    @PostMapping(TEMPLATES + "{id}/")
    Page change(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Template seen = found(id);
        try {
            if (templates.change(read(fields, seen.id()), viewer)) {
                return Page.redirect(TEMPLATES).flash("console.templates.saved");
            }
            // The typed text stays in the form; sent once more, it goes over what the other wrote.
            Form form = Form.refused(fields, Problem.detail(409, "conflict")).value("version", found(id).version());
            return form(seen.id(), form).status(409);
        } catch (Problem refused) {
            return form(seen.id(), Form.refused(fields, refused)).status(422);
        }
    }

    @Access(Access.Rule.ADMINS)
    @PostMapping(TEMPLATES + "{id}/delete/")
    Page delete(@PathVariable String id) {
        templates.delete(found(id).id());
        return Page.redirect(TEMPLATES).flash("console.templates.deleted");
    }

    private Template found(String id) {
        return templates.find(Ids.parse(id)).orElseThrow(Problem::notFound);
    }

    private static Template read(RequestFields fields, UUID id) {
        Category category = fields.optionalChoice("category", word -> Labels.find(Category.class, word));
        String titleBn = fields.text("title_bn", ResponseTemplates.LONGEST_TITLE);
        String titleEn = fields.text("title_en", ResponseTemplates.LONGEST_TITLE);
        String bodyBn = fields.text("body_bn", Remark.LONGEST);
        String bodyEn = fields.text("body_en", Remark.LONGEST);
        Integer version = fields.optionalInteger("version");
        fields.throwIfBad();
        return new Template(id, category, titleBn, titleEn, bodyBn, bodyEn, version == null ? 0 : version);
    }
}

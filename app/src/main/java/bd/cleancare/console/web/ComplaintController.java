package bd.cleancare.console.web;

import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintDuplicates;
import bd.cleancare.complaints.ComplaintHistory;
import bd.cleancare.complaints.ComplaintQueue;
import bd.cleancare.complaints.WorkPhotos;
import bd.cleancare.console.ResponseTemplates;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One complaint as staff see it. */
@Controller
class ComplaintController {

    private final Handling handling;
    private final ComplaintHistory history;
    private final ComplaintQueue queue;
    private final Beside beside;
    private final Users users;

    ComplaintController(Handling handling, ComplaintHistory history, ComplaintQueue queue, Beside beside, Users users) {
        this.handling = handling;
        this.history = history;
        this.queue = queue;
        this.beside = beside;
        this.users = users;
    }

    /** @param template an answer to begin the comment with, for browsers without scripts */
    @Access(Access.Rule.STAFF)
    @GetMapping("/console/complaints/{id}/")
    Page complaint(@PathVariable String id, @RequestParam(required = false) String template, Viewer viewer) {
        return page(handling.found(id, viewer), Form.empty(), template, viewer);
    }

    /** With a form that was refused. */
    Page page(Complaint complaint, Form form, String template, Viewer viewer) {
        Optional<Account> reporter = users.byId(complaint.user());
        Language language = reporter.map(Account::language).orElse(Language.BANGLA);
        beside.templates.find(Ids.parse(template)).ifPresent(chosen -> form.value("comment", chosen.body(language)));
        return Page.of("console/complaint").with("complaint", complaint).with("form", form).with("reporter", reporter.orElse(null))
                .with("history", history.everything(complaint, viewer)).with("others", queue.othersOf(complaint, viewer))
                .with("work", beside.photos.of(complaint)).with("original", beside.duplicates.originalOf(complaint).orElse(null))
                .with("copies", beside.duplicates.copiesOf(complaint)).with("templates", beside.templates.of(complaint.category()))
                .with("answerIn", language).with("staff", viewer.isAdmin() ? users.staff() : java.util.List.of());
    }

    /** What is shown beside the complaint itself. */
    @org.springframework.stereotype.Component
    static class Beside {

        private final WorkPhotos photos;
        private final ComplaintDuplicates duplicates;
        private final ResponseTemplates templates;

        Beside(WorkPhotos photos, ComplaintDuplicates duplicates, ResponseTemplates templates) {
            this.photos = photos;
            this.duplicates = duplicates;
            this.templates = templates;
        }
    }
}

package bd.cleancare.console.web;

import bd.cleancare.complaints.ComplaintQueue;
import bd.cleancare.complaints.QueueCursor;
import bd.cleancare.complaints.QueueFilter;
import bd.cleancare.complaints.QueueOrder;
import bd.cleancare.console.QueueView;
import bd.cleancare.console.SavedViews;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Users;
import bd.cleancare.wards.Wards;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The queue of staff: filters in the address, pages by cursor, views with a name. */
@Controller
class QueueController {

    static final String QUEUE = "/console/";
    private static final int PAGE_SIZE = 25;

    private final ComplaintQueue queue;
    private final SavedViews views;
    private final Users users;
    private final Wards wards;

    QueueController(ComplaintQueue queue, SavedViews views, Users users, Wards wards) {
        this.queue = queue;
        this.views = views;
        this.users = users;
        this.wards = wards;
    }

    @Access(Access.Rule.STAFF)
    @GetMapping(QUEUE)
    Page queue(HttpServletRequest request, Viewer viewer) {
        var view = QueueView.of(request::getParameter);
        return Page.of("console/queue").with("view", view).with("stretch", stretch(view, request, viewer))
                .with("states", queue.states(viewer)).with("views", views.of(viewer)).with("staff", viewer.isAdmin() ? users.staff() : java.util.List.of())
                .with("wards", wards.all());
    }

    private ComplaintQueue.Stretch stretch(QueueView view, HttpServletRequest request, Viewer viewer) {
        QueueFilter filter = view.filter(viewer);
        QueueOrder order = view.order();
        var before = QueueCursor.parse(request.getParameter("before"));
        return before.isPresent() ? queue.before(before.get(), filter, order, PAGE_SIZE, viewer)
                : queue.after(QueueCursor.parse(request.getParameter("after")).orElse(null), filter, order, PAGE_SIZE, viewer);
    }

    /** The menu's address for the list. */
    @Access(Access.Rule.STAFF)
    @GetMapping("/console/complaints/")
    Page list(HttpServletRequest request) {
        return Page.redirect(QueueView.of(request::getParameter).on(QUEUE));
    }

    @Access(Access.Rule.STAFF)
    @PostMapping("/console/views/")
    Page save(RequestFields fields, Viewer viewer) {
        var view = QueueView.parse(fields.optionalText("view", 2_000));
        String name = fields.optionalText("name", SavedViews.LONGEST_NAME);
        if (name == null) {
            return Page.redirect(view.on(QUEUE)).warning("console.views.name_missing", SavedViews.LONGEST_NAME);
        }
        views.save(name, view, viewer);
        return Page.redirect(view.on(QUEUE)).flash("console.views.saved", name);
    }

    @Access(Access.Rule.STAFF)
    @PostMapping("/console/views/{id}/delete/")
    Page delete(@PathVariable String id, Viewer viewer) {
        views.delete(Ids.parse(id), viewer);
        return Page.redirect(QUEUE).flash("console.views.deleted");
    }
}

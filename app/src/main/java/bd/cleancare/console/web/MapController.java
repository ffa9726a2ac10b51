package bd.cleancare.console.web;

import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintQueue;
import bd.cleancare.complaints.Looks;
import bd.cleancare.console.QueueView;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Users;
import bd.cleancare.wards.Wards;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What is filtered, on a map. */
@Controller
class MapController {

    /** So many a phone still draws at once. */
    private static final int MOST_POINTS = 2_000;

    record Point(String latitude, String longitude, String title, String url, String tone) {

        static Point of(Complaint complaint) {
            return new Point(complaint.latitude(), complaint.longitude(), complaint.title(), "/console/complaints/" + complaint.id() + "/",
                    Looks.tone(complaint.status()));
        }
    }

    /** @param notice says in the reader's language that only the newest are there; else null */
    record Points(List<Point> results, boolean cut, String notice) {
    }

    private final ComplaintQueue queue;
    private final Users users;
    private final Wards wards;
    private final Messages messages;

    MapController(ComplaintQueue queue, Users users, Wards wards, Messages messages) {
        this.queue = queue;
        this.users = users;
        this.wards = wards;
        this.messages = messages;
    }

    @Access(Access.Rule.STAFF)
    @GetMapping("/console/map/")
    Page map(HttpServletRequest request, Viewer viewer) {
        return Page.of("console/map").with("view", QueueView.of(request::getParameter)).with("staff", viewer.isAdmin() ? users.staff() : List.of())
                .with("wards", wards.all());
    }

    @Access(Access.Rule.STAFF)
    @GetMapping("/console/map/points.json")
    ResponseEntity<Points> points(HttpServletRequest request, Viewer viewer) {
        List<Complaint> found = queue.placed(QueueView.of(request::getParameter).filter(viewer), MOST_POINTS + 1, viewer);
        boolean cut = found.size() > MOST_POINTS;
        String notice = cut ? messages.get(Language.of(request), "console.map.cut", MOST_POINTS) : null;
        var points = found.stream().limit(MOST_POINTS).map(Point::of).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Points(points, cut, notice));
    }
}

package bd.cleancare.notifications.web;

import bd.cleancare.notifications.Inbox;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.PageNumber;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is under the bell. */
@Controller
class InboxPages {

    private static final String INBOX = "/notifications/";

    private final Inbox inbox;

    InboxPages(Inbox inbox) {
        this.inbox = inbox;
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping(INBOX)
    Page list(Viewer viewer, @RequestParam(required = false) String page, HttpServletRequest request) {
        long number = PageNumber.of(page, null).number();
        List<Inbox.Item> items = inbox.page(viewer, Language.of(request), number);
        return Page.of("notifications/inbox").with("items", items.subList(0, Math.min(items.size(), Inbox.PAGE))).with("page", number)
                .with("more", items.size() > Inbox.PAGE);
    }

    /** Opening is reading. */
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping(INBOX + "{id:\\d{1,18}}/")
    Page open(Viewer viewer, @PathVariable long id) {
        return Page.redirect(inbox.open(viewer, id).orElseThrow(Problem::notFound));
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping(INBOX + "read/")
    Page readAll(Viewer viewer) {
        inbox.readAll(viewer);
        return Page.redirect(INBOX).flash("inbox.all_read");
    }

    /** What the bell asks now and then. */
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping(INBOX + "unread/")
    ResponseEntity<Map<String, Integer>> unread(Viewer viewer) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("unread", inbox.of(viewer.id())));
    }
}

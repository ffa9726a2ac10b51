package bd.cleancare.notifications.web;

import bd.cleancare.notifications.DeliveryLog;
import bd.cleancare.notifications.DeliveryLog.Line;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.PhoneNumber;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What went out and what became of it. */
@Controller
class LogPages {

    private static final String LOG = "/console/notifications/log/";

    private final DeliveryLog log;

    LogPages(DeliveryLog log) {
        this.log = log;
    }

    /** A phone is looked for by POST and kept out of addresses, so a page of one phone has no next page. */
    @Access(Access.Rule.ADMINS)
    @GetMapping(LOG)
    Page list(@RequestParam(required = false) String state, @RequestParam(required = false) String before) {
        return page(state != null && DeliveryLog.STATES.contains(state) ? state : null, null, Ids.parse(before), "");
    }

    @Access(Access.Rule.ADMINS)
    @PostMapping(LOG)
    Page ofPhone(@RequestParam(defaultValue = "") String phone) {
        PhoneNumber number = PhoneNumber.parse(phone).orElse(null);
        return page(null, number, null, phone).status(number == null ? 422 : 200);
    }

    private Page page(String state, PhoneNumber phone, UUID before, String typed) {
        boolean nonsense = phone == null && !typed.isEmpty();
        List<Line> lines = nonsense ? List.of() : log.page(state, phone, before);
        return Page.of("notifications/log").with("lines", lines.subList(0, Math.min(lines.size(), DeliveryLog.PAGE))).with("more", lines.size() > DeliveryLog.PAGE && phone == null)
                .with("state", state).with("phone", typed).with("nonsense", nonsense).with("parked", before == null && state == null ? log.parkedFacts() : List.of())
                .with("accounts", before == null && state == null ? log.smsAccounts() : List.of());
    }

    @Access(Access.Rule.ADMINS)
    @GetMapping(LOG + "{id}/")
    Page one(@PathVariable String id) {
        Line line = found(id);
        return Page.of("notifications/log-one").with("line", line).with("attempts", log.attempts(line.id()));
    }

    @Access(Access.Rule.ADMINS)
    @PostMapping(LOG + "{id}/replay/")
    Page replay(@PathVariable String id) {
        Line line = found(id);
        Page back = Page.redirect(LOG + line.id() + "/");
        return log.replay(line.id()) ? back.flash("log.replayed") : back.warning("log.not_replayed");
    }

    @Access(Access.Rule.ADMINS)
    @PostMapping(LOG + "facts/{sequence:\\d{1,18}}/replay/")
    Page replayFact(@PathVariable long sequence) {
        log.replayFact(sequence);
        return Page.redirect(LOG).flash("log.replayed");
    }

    private Line found(String id) {
        return log.find(Ids.parse(id)).orElseThrow(Problem::notFound);
    }
}

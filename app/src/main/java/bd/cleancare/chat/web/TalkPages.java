package bd.cleancare.chat.web;

import bd.cleancare.chat.Room;
import bd.cleancare.chat.RoomKind;
import bd.cleancare.chat.Rooms;
import bd.cleancare.console.ResponseTemplates;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where conversations are read: the citizen's pages and the help desk of the staff. */
@Controller
class TalkPages {

    private final Rooms rooms;
    private final CitizenTalk citizen;
    private final DeskTalk desk;
    private final ResponseTemplates templates;

    TalkPages(Rooms rooms, CitizenTalk citizen, DeskTalk desk, ResponseTemplates templates) {
        this.rooms = rooms;
        this.citizen = citizen;
        this.desk = desk;
        this.templates = templates;
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/complaints/{id}/chat/")
    Page ofComplaint(@PathVariable String id, @RequestParam(required = false) String before, Viewer viewer) {
        Room room = found(id, viewer);
        return room.kind() == RoomKind.COMPLAINT && room.isCitizen(viewer) ? citizen.page(room, before, Form.empty(), viewer) : Page.redirect(path(room, viewer));
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/help/")
    Page help(@RequestParam(required = false) String before, Viewer viewer) {
        return rooms.helpDesk(viewer).map(room -> citizen.page(room, before, Form.empty(), viewer)).orElseGet(() -> Page.redirect(DeskTalk.DESK));
    }

    /** @param open the conversation beside the list, which looks again by itself */
    @Access(Access.Rule.STAFF)
    @GetMapping("/console/help/")
    Page desk(@RequestParam(required = false) String show, @RequestParam(required = false) String open, Viewer viewer) {
        return desk.list(show, viewer).with("open", Ids.parse(open));
    }

    /** @param template an answer to begin with, for browsers without scripts, in the language {@code in} */
    @Access(Access.Rule.STAFF)
    @GetMapping("/console/help/{room}/")
    Page atDesk(@PathVariable String room, @RequestParam(required = false) String show, @RequestParam(required = false) String before,
            @RequestParam(required = false) String template, @RequestParam(defaultValue = "bn") String in, Viewer viewer) {
        Room found = found(room, viewer);
        Form form = Form.empty();
        templates.find(Ids.parse(template)).ifPresent(chosen -> form.value("message", chosen.body(Language.of(Locale.of(in)))));
        return found.isCitizen(viewer) ? Page.redirect(CitizenTalk.path(found)) : desk.page(found, show, before, form, viewer);
    }

    /** One address for everybody who takes part; also where a form was sent to, for those who load the answer anew. */
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping({"/chat/{room}/", "/chat/{room}/messages/", "/chat/{room}/rating/", "/chat/{room}/closing/", "/chat/{room}/assignment/"})
    Page go(@PathVariable String room, Viewer viewer) {
        return Page.redirect(path(found(room, viewer), viewer));
    }

    /** The page of a room with a form that was refused. */
    Page page(Room room, Form form, Viewer viewer) {
        return room.isCitizen(viewer) ? citizen.page(room, null, form, viewer) : desk.page(room, null, null, form, viewer);
    }

    static String path(Room room, Viewer viewer) {
        return room.isCitizen(viewer) ? CitizenTalk.path(room) : DeskTalk.path(room);
    }

    private Room found(String id, Viewer viewer) {
        return rooms.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
    }
}

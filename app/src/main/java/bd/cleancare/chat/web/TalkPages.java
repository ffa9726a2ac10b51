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
        return room.kind() == RoomKind.COMPLAINT && room.isCitizen(viewer) ? citizen.page(room, before, Form.empty(), viewer) : Page.redirect(path(room, null, viewer));
    }

    /** The same on the page of the complaint. */
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/complaints/{id}/chat/pane/")
    Page onComplaint(@PathVariable String id, Viewer viewer) {
        Room room = found(id, viewer);
        return room.kind() == RoomKind.COMPLAINT && room.isCitizen(viewer) ? citizen.pane(room, viewer) : Page.redirect(path(room, null, viewer));
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/help/")
    Page help(@RequestParam(required = false) String before, Viewer viewer) {
        return rooms.helpDesk(viewer).map(room -> citizen.page(room, before, Form.empty(), viewer)).orElseGet(() -> Page.redirect(DeskRooms.DESK));
    }

    /**
     * @param open the conversations somebody has before them
     * @param at the one beside the list, which looks again by itself
     */
    @Access(Access.Rule.STAFF)
    @GetMapping("/console/help/")
    Page desk(@RequestParam(required = false) String show, @RequestParam(required = false) String open, @RequestParam(required = false) String at, Viewer viewer) {
        return desk.list(show, open, Ids.parse(at), viewer);
    }

    /** @param template an answer to begin with, for browsers without scripts, in the language {@code in} */
    @Access(Access.Rule.STAFF)
    @GetMapping("/console/help/{room}/")
    Page atDesk(@PathVariable String room, @RequestParam(required = false) String show, @RequestParam(required = false) String open,
            @RequestParam(required = false) String before, @RequestParam(required = false) String template, @RequestParam(defaultValue = "bn") String in, Viewer viewer) {
        Room found = found(room, viewer);
        Form form = Form.empty();
        templates.find(Ids.parse(template)).ifPresent(chosen -> form.value("message", chosen.body(Language.of(Locale.of(in)))));
        return found.isCitizen(viewer) ? Page.redirect(CitizenTalk.path(found)) : desk.page(found, show, open, before, form, viewer);
    }

    /** One more conversation for a desk that has others open. */
    @Access(Access.Rule.STAFF)
    @GetMapping("/console/help/{room}/pane/")
    Page pane(@PathVariable String room, Viewer viewer) {
        Room found = found(room, viewer);
        return found.isCitizen(viewer) ? Page.redirect(CitizenTalk.path(found)) : desk.pane(found, viewer);
    }

    /** One address for everybody who takes part; also where a form was sent to, for those who load the answer anew. */
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping({"/chat/{room}/", "/chat/{room}/messages/", "/chat/{room}/rating/", "/chat/{room}/closing/", "/chat/{room}/assignment/"})
    Page go(@PathVariable String room, @RequestParam(required = false) String open, Viewer viewer) {
        return Page.redirect(path(found(room, viewer), open, viewer));
    }

    /** The page of a room with a form that was refused. */
    Page page(Room room, Form form, String open, Viewer viewer) {
        return room.isCitizen(viewer) ? citizen.page(room, null, form, viewer) : desk.page(room, null, open, null, form, viewer);
    }

    static String path(Room room, String open, Viewer viewer) {
        return room.isCitizen(viewer) ? CitizenTalk.path(room) : DeskTalk.path(room, open);
    }

    private Room found(String id, Viewer viewer) {
        return rooms.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
    }
}

package bd.cleancare.chat.web;

import bd.cleancare.chat.Room;
import bd.cleancare.platform.pages.Ui;

/** What the staff call a conversation. */
public final class DeskNames {

    private DeskNames() {
    }

    public static String of(Ui ui, Room room) {
        return switch (room.kind()) {
            case ALL_STAFF -> ui.text("talk.all_staff");
            case WARD_STAFF -> ui.text("talk.ward_staff", ui.digits(room.ward()));
            case COMPLAINT, HELP_DESK -> ui.digits(room.citizenName());
        };
    }
}

package bd.cleancare.chat;

import java.util.Locale;

/** What a room is for; the order is the code in the database. */
public enum RoomKind {
    COMPLAINT, HELP_DESK, WARD_STAFF, ALL_STAFF;

    private static final RoomKind[] ALL = values();

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Rooms in which a citizen asks and staff answer. */
    public boolean servesCitizen() {
        return this == COMPLAINT || this == HELP_DESK;
    }

    int code() {
        return ordinal() + 1;
    }

    static RoomKind ofCode(int code) {
        return ALL[code - 1];
    }
}

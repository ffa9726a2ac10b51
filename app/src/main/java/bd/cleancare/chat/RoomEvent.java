package bd.cleancare.chat;

import java.util.Locale;

/** What happens in a room besides talk; the order is the code in the database. */
public enum RoomEvent {
    ASSIGNED, CLOSED, RATED;

    private static final RoomEvent[] ALL = values();

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    int code() {
        return ordinal() + 1;
    }

    static RoomEvent ofCode(int code) {
        return code == 0 ? null : ALL[code - 1];
    }
}

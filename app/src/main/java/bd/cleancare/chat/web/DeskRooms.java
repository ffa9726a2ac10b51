package bd.cleancare.chat.web;

import bd.cleancare.chat.RoomSummary;
import java.util.List;
import java.util.Locale;

/** What the side of the help desk shows. */
public record DeskRooms(Show show, List<RoomSummary> rooms, int waiting, int unassigned) {

    public enum Show {
        WAITING, MINE, UNASSIGNED, ALL, STAFF;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many a filter has, where that is worth a number; else 0. */
    public int count(Show filter) {
        return filter == Show.WAITING ? waiting : filter == Show.UNASSIGNED ? unassigned : 0;
    }

    /** What an address needs to keep the filter. */
    public String query() {
        return show == Show.WAITING ? "" : "?show=" + show.word();
    }
}

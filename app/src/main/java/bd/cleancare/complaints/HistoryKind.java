package bd.cleancare.complaints;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What happened to a complaint. Codes are stored and never reused. */
public enum HistoryKind {
    FILED(1), STATUS(2), ASSIGNED(3), EDITED(4), COMMENT(5), PHOTOS(6), WITHDRAWN(7), DUPLICATE(8),
    /** What the citizen says once it is resolved. */
    RATED(9), CONFIRMED(10), REOPENED(11),
    /** Whoever had it works here no longer. */
    RELEASED(12);

    private static final Words<HistoryKind> WORDS = new Words<>(values(), HistoryKind::code, HistoryKind::word);

    private final short code;

    HistoryKind(int code) {
        this.code = (short) code;
    }

    public short code() {
        return code;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static HistoryKind ofCode(int code) {
        return WORDS.ofCode(code);
    }
}

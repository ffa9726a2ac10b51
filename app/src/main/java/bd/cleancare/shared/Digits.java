package bd.cleancare.shared;

/** Bangla digits (০–৯) and ASCII digits: folded to ASCII at the door, shown as Bangla at the other end. */
public final class Digits {

    private static final char BANGLA_ZERO = '০';

    private Digits() {
    }

    /** Every decimal digit of any script as 0–9; all else unchanged. */
    public static String toAscii(String text) {
        StringBuilder folded = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '9' && Character.isDigit(c)) {
                if (folded == null) {
                    folded = new StringBuilder(text);
                }
                folded.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
            }
        }
        return folded == null ? text : folded.toString();
    }

    /** Every 0–9 as ০–৯; all else unchanged. */
    public static String toBangla(String text) {
        var shown = new StringBuilder(text);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (c >= '0' && c <= '9') {
                shown.setCharAt(i, (char) (BANGLA_ZERO + (c - '0')));
            }
        }
        return shown.toString();
    }
}

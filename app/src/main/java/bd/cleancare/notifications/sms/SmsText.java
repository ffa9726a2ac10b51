package bd.cleancare.notifications.sms;

/**
 * How a text travels as SMS, which is how it is paid for: in pieces of 160 septets of the GSM alphabet, or of 70 characters as soon as
 * one letter is outside of it; a text of several pieces loses some of each to their numbering.
 *
 * @param units septets, or UTF-16 units
 * @param segments what is paid for
 * @param rest how many more fit into the last piece
 */
public record SmsText(boolean gsm, int units, int segments, int rest) {

    /** GSM 03.38, without the escape. */
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Two septets each. */
    private static final String EXTENDED = "^{}\\[~]|€\f";
    private static final int GSM_ALONE = 160;
    private static final int GSM_PIECE = 153;
    private static final int UCS2_ALONE = 70;
    private static final int UCS2_PIECE = 67;

    public static SmsText of(String text) {
        boolean gsm = text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
        return gsm ? counted(true, text, GSM_ALONE, GSM_PIECE) : counted(false, text, UCS2_ALONE, UCS2_PIECE);
    }

    private static SmsText counted(boolean gsm, String text, int alone, int piece) {
        int units = 0;
        for (int i = 0; i < text.length(); i++) {
            units += size(gsm, text.charAt(i));
        }
        if (units <= alone) {
            return new SmsText(gsm, units, 1, alone - units);
        }
        int segments = 0;
        int used = piece;
        for (int i = 0; i < text.length(); i += unitLength(gsm, text, i)) {
            int size = gsm ? size(true, text.charAt(i)) : unitLength(false, text, i);
            // An escape and its letter, or the halves of a surrogate pair, are never parted.
            if (used + size > piece) {
                segments++;
                used = 0;
            }
            used += size;
        }
        return new SmsText(gsm, units, segments, piece - used);
    }

    private static int size(boolean gsm, char c) {
        return gsm && EXTENDED.indexOf(c) >= 0 ? 2 : 1;
    }

    private static int unitLength(boolean gsm, String text, int at) {
        return gsm ? 1 : Character.charCount(text.codePointAt(at));
    }
}

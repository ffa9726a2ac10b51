package bd.cleancare.shared;

import java.text.Normalizer;
import java.util.Locale;

/** How text that people type is stored and compared. */
public final class Text {

    private Text() {
    }

    /**
     * The stored form: NFC, outer white space and joiners gone. NFC decomposes য় ড় ঢ়, so text from two keyboards
     * compares equal only after it. Joiners inside a word stay: they shape conjuncts.
     */
    public static String normalise(String typed) {
        String text = Normalizer.isNormalized(typed, Normalizer.Form.NFC) ? typed : Normalizer.normalize(typed, Normalizer.Form.NFC);
        int start = 0;
        int end = text.length();
        while (start < end && isOuterNoise(text.charAt(start))) {
            start++;
        }
        while (end > start && isOuterNoise(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The searched form: normalised, lower case, digits of any script as ASCII, joiners gone. */
    public static String fold(String text) {
        return Digits.toAscii(normalise(text).toLowerCase(Locale.ROOT)).replace("\u200c", "").replace("\u200d", "");
    }

    /** Length as people count it: code points, not UTF-16 units. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isOuterNoise(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u200b' || c == '\u200c' || c == '\u200d' || c == '\ufeff';
    }
}

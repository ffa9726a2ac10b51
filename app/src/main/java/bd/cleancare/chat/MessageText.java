package bd.cleancare.chat;

import bd.cleancare.shared.Text;
import java.nio.charset.StandardCharsets;

/** What people type, as it is kept: NFC, without the characters that make a line read as another one. */
public final class MessageText {

    /** In bytes of UTF-8, as the contract counts. */
    public static final int LONGEST = 4096;

    private MessageText() {
    }

    /** Line breaks and tabs stay; other controls, and what turns the direction of text around, do not. */
    public static String clean(String typed) {
        var kept = new StringBuilder(typed.length());
        typed.codePoints().filter(MessageText::mayStand).forEach(kept::appendCodePoint);
        return Text.normalise(kept.toString());
    }

    public static boolean isTooLong(String text) {
        return text.length() > LONGEST || text.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    private static boolean mayStand(int c) {
        boolean control = Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t';
        boolean turnsDirection = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
        boolean halfACharacter = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !turnsDirection && !halfACharacter;
    }
}

package bd.cleancare.simulators.server;

import java.security.SecureRandom;

/** Credentials and identifiers made on the spot, so that none is ever committed. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Secrets() {
    }

    public static String word(int length) {
        return pick(length, ALPHANUMERIC);
    }

    public static String upperWord(int length) {
        return pick(length, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    }

    public static String digits(int length) {
        return pick(length, "0123456789");
    }

    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String pick(int length, String from) {
        StringBuilder word = new StringBuilder(length);
        RANDOM.ints(length, 0, from.length()).forEach(i -> word.append(from.charAt(i)));
        return word.toString();
    }
}

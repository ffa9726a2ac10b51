package bd.cleancare.payments;

import java.security.SecureRandom;

/** The number of a payment that people read to each other: no letter that looks like a digit. */
final class TransactionId {

    private static final char[] LETTERS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ".toCharArray();
    private static final int RANDOM_LETTERS = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TransactionId() {
    }

    static String next() {
        var id = new StringBuilder("TXN");
        for (int i = 0; i < RANDOM_LETTERS; i++) {
            id.append(LETTERS[RANDOM.nextInt(LETTERS.length)]);
        }
        return id.toString();
    }
}

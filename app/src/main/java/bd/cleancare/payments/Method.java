package bd.cleancare.payments;

import bd.cleancare.shared.Worded;
import java.util.Locale;
import java.util.Optional;

/** What a payer pays with. Which gateway takes it is a setting. */
public enum Method implements Worded {
    BKASH, NAGAD, ROCKET, UPAY,
    /** At the counter, into a clerk's hands. */
    CASH, CHEQUE;

    /** The word of the HTTP contract. */
    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Taken by staff; payers are never offered it. */
    public boolean isAtTheCounter() {
        return this == CASH || this == CHEQUE;
    }

    /** What a payer may choose. */
    public boolean isOnline() {
        return !isAtTheCounter();
    }

    public static Optional<Method> ofWord(String word) {
        return Worded.find(Method.class, word);
    }
}

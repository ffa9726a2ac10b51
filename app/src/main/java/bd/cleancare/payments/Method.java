package bd.cleancare.payments;

import java.util.Locale;
import java.util.Optional;

/** What a payer pays with. Which gateway takes it is a setting. */
public enum Method {
    BKASH, NAGAD, ROCKET, UPAY,
    /** At the counter, into a clerk's hands. */
    CASH, CHEQUE;

    /** The word of the HTTP contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Taken by staff; payers are never offered it. */
    public boolean isAtTheCounter() {
        return this == CASH || this == CHEQUE;
    }

    public static Optional<Method> ofWord(String word) {
        for (Method method : values()) {
            if (method.word().equals(word)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}

package bd.cleancare.payments;

import java.util.Locale;
import java.util.Optional;

/** What a payer pays with. Which gateway takes it is a setting. */
public enum Method {
    BKASH, NAGAD, ROCKET, UPAY;

    /** The word of the HTTP contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
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

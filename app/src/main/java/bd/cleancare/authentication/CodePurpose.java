package bd.cleancare.authentication;

import java.util.Locale;
import java.util.Optional;

/** What a code is good for, and nothing else. */
public enum CodePurpose {
    REGISTRATION, LOGIN, PASSWORD_RESET, PHONE_CHANGE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CodePurpose> ofWord(String word) {
        for (CodePurpose purpose : values()) {
            if (purpose.word().equals(word)) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }
}

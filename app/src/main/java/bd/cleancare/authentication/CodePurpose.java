package bd.cleancare.authentication;

import bd.cleancare.shared.Worded;
import java.util.Locale;
import java.util.Optional;

/** What a code is good for, and nothing else. */
public enum CodePurpose implements Worded {
    REGISTRATION, LOGIN, PASSWORD_RESET, PHONE_CHANGE;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One for another number is asked for together with the number. */
    public boolean isSentAgain() {
        return this != PHONE_CHANGE;
    }

    /** The others are used where they are for: with the new password, the new number. */
    public boolean logsIn() {
        return this == REGISTRATION || this == LOGIN;
    }

    public static Optional<CodePurpose> ofWord(String word) {
        return Worded.find(CodePurpose.class, word);
    }
}

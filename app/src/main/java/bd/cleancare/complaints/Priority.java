package bd.cleancare.complaints;

import bd.cleancare.shared.Text;
import bd.cleancare.shared.Worded;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** How urgent a complaint is; stored codes count from the most urgent, so ordering by code is the order people mean. */
public enum Priority implements Worded {
    HIGH(1, "উচ্চ"),
    MEDIUM(2, "মধ্যম"),
    LOW(3, "নিম্ন");

    private static final Words<Priority> WORDS = new Words<>(values(), Priority::code, Priority::word);

    private final short code;
    private final String word;

    Priority(int code, String word) {
        this.code = (short) code;
        this.word = Text.normalise(word);
    }

    public short code() {
        return code;
    }

    /** The word of the HTTP contract, in NFC. */
    @Override
    @JsonValue
    public String word() {
        return word;
    }

    public static Priority ofCode(int code) {
        return WORDS.ofCode(code);
    }

    public static Optional<Priority> ofWord(String word) {
        return WORDS.ofWord(word);
    }
}

package bd.cleancare.complaints;

import bd.cleancare.shared.Text;
import bd.cleancare.shared.Worded;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Where a complaint stands, and the one table of where it may go. Codes are stored; they count along the workflow. */
public enum ComplaintStatus implements Worded {
    SUBMITTED(1, "জমা দেওয়া হয়েছে"),
    IN_PROGRESS(2, "প্রক্রিয়াধীন"),
    RESOLVED(3, "সমাধান হয়েছে"),
    CANCELLED(4, "বাতিল");

    private static final Words<ComplaintStatus> WORDS = new Words<>(values(), ComplaintStatus::code, ComplaintStatus::word);

    private final short code;
    private final String word;

    ComplaintStatus(int code, String word) {
        this.code = (short) code;
        this.word = Text.normalise(word);
    }

    public Set<ComplaintStatus> next() {
        return switch (this) {
            case SUBMITTED -> EnumSet.of(IN_PROGRESS, RESOLVED, CANCELLED);
            case IN_PROGRESS -> EnumSet.of(SUBMITTED, RESOLVED, CANCELLED); // submitted: back to the queue
            case RESOLVED -> EnumSet.of(IN_PROGRESS);                       // reopened
            case CANCELLED -> EnumSet.noneOf(ComplaintStatus.class);
        };
    }

    public boolean mayBecome(ComplaintStatus to) {
        return next().contains(to);
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

    public static ComplaintStatus ofCode(int code) {
        return WORDS.ofCode(code);
    }

    public static Optional<ComplaintStatus> ofWord(String word) {
        return WORDS.ofWord(word);
    }
}

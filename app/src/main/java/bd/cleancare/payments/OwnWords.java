package bd.cleancare.payments;

import java.util.Arrays;
import java.util.Optional;

/** What we write down ourselves as the reason or the evidence of a move: in these words for machines, on pages in the reader's language. */
public enum OwnWords {
    PAID_TWICE("paid twice"), NOTHING_OWED("nothing was owed any more"), HELD_AND_GIVEN_BACK("held, and given back"), NO_REFUNDS_THERE("this gateway has no refunds"),
    BY_HAND("by hand"), AT_THE_COUNTER("at the counter"), ANSWER_LOST("the answer was lost"), FOUND_BY_ASKING("found by asking"), NEVER_PAID("never paid"),
    CALLED_UNPAID("the gateway says it is not paid"), NOTHING_TOLD("the gateway tells nothing about it"), NEVER_SENT("never sent to a gateway"),
    OTHER_INVOICE("invoice of another payment"), OTHER_TRANSACTION("transaction of another payment"),
    /** The others stand before something of the gateway's. */
    REFUND("refund"), REFUSED("refused"), AMOUNT("amount"), CURRENCY("currency");

    private final String words;

    OwnWords(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether something of the gateway's follows. */
    public boolean standsBefore() {
        return this == REFUND || this == REFUSED || this == AMOUNT || this == CURRENCY;
    }

    String before(Object theirs) {
        return words + " " + theirs;
    }

    public static Optional<OwnWords> find(String words) {
        return Arrays.stream(values()).filter(each -> each.words.equals(words)).findFirst();
    }
}

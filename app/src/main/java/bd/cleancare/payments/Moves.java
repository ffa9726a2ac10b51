package bd.cleancare.payments;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The legal moves of one kind of thing, each with the event it writes. What is not in the table does not happen. */
final class Moves<S extends Enum<S>> {

    /** @param correction leaves a final state because the gateway proved it wrong: only with its reply as evidence */
    record Move<S>(S from, S to, String event, boolean correction) {
    }

    private record Pair<S>(S from, S to) {
    }

    private final String subject;
    private final Map<Pair<S>, Move<S>> moves = new LinkedHashMap<>();

    Moves(String subject) {
        this.subject = subject;
    }

    Moves<S> allow(S from, S to, String event) {
        moves.put(new Pair<>(from, to), new Move<>(from, to, event, false));
        return this;
    }

    Moves<S> correct(S from, S to, String event) {
        moves.put(new Pair<>(from, to), new Move<>(from, to, event, true));
        return this;
    }

    /** @throws IllegalStateException when there is no such move, or it is a correction and there is no evidence */
    Move<S> move(S from, S to, String evidence) {
        Move<S> move = moves.get(new Pair<>(from, to));
        if (move == null) {
            throw new IllegalStateException("a " + subject + " may not go from " + from + " to " + to);
        }
        if (move.correction() && evidence == null) {
            throw new IllegalStateException("a " + subject + " leaves " + from + " only with evidence");
        }
        return move;
    }

    boolean has(S from, S to) {
        return moves.containsKey(new Pair<>(from, to));
    }

    String subject() {
        return subject;
    }

    Collection<Move<S>> all() {
        return Collections.unmodifiableCollection(moves.values());
    }

    /** The word in the database. */
    static String word(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}

package bd.cleancare.complaints;

import bd.cleancare.shared.Text;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Finds the constants of an enum by the code in the database and by the word of the contract, whichever way it was typed. */
final class Words<E extends Enum<E>> {

    private final E[] byCode;
    private final Map<String, E> byWord;

    Words(E[] values, ToIntFunction<E> code, Function<E, String> word) {
        this.byCode = values.clone();
        this.byWord = Arrays.stream(values).collect(Collectors.toUnmodifiableMap(word, Function.identity()));
        for (int i = 0; i < byCode.length; i++) {
            if (code.applyAsInt(byCode[i]) != i + 1) {
                throw new IllegalStateException("codes count from 1 without a gap");
            }
        }
    }

    E ofCode(int code) {
        return byCode[code - 1];
    }

    Optional<E> ofWord(String word) {
        return Optional.ofNullable(byWord.get(Text.normalise(word)));
    }
}

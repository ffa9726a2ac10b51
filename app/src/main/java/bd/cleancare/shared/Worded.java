package bd.cleancare.shared;

import java.util.Arrays;
import java.util.Optional;

/** One of a closed list, known to clients and to the database by its word. */
public interface Worded {

    String word();

    static <E extends Enum<E> & Worded> Optional<E> find(Class<E> list, String word) {
        return Arrays.stream(list.getEnumConstants()).filter(each -> each.word().equals(word)).findFirst();
    }
}

package bd.cleancare.complaints;

import bd.cleancare.platform.web.PageNumber;
import bd.cleancare.shared.Text;
import java.util.Arrays;
import java.util.List;

/**
 * What a list is asked for; null means any.
 *
 * @param words every one must occur in title, description or tracking number; folded as the stored text is
 */
public record ComplaintQuery(ComplaintStatus status, Category category, Priority priority, String wardNumber, List<String> words,
        ComplaintOrder order, PageNumber page) {

    public static final int LONGEST_SEARCH = 200;

    public static List<String> wordsOf(String search) {
        return search == null ? List.of() : Arrays.stream(Text.fold(search).split("[\\s\\u00a0]+")).filter(word -> !word.isEmpty()).distinct().toList();
    }

    /** Whether some word has three letters in a row, which is what the index on the stored text can look for. */
    boolean hasIndexedWord() {
        return words.stream().anyMatch(ComplaintQuery::hasTrigram);
    }

    private static boolean hasTrigram(String word) {
        int run = 0;
        for (int c : word.codePoints().toArray()) {
            run = Character.isAlphabetic(c) || Character.isDigit(c) ? run + 1 : 0;
            if (run == 3) {
                return true;
            }
        }
        return false;
    }

    Condition filters() {
        Condition all = Condition.ALL;
        all = status == null ? all : all.and(Condition.of("c.status = ?", status.code()));
        all = category == null ? all : all.and(Condition.of("c.category = ?", category.code()));
        all = priority == null ? all : all.and(Condition.of("c.priority = ?", priority.code()));
        all = wardNumber == null ? all : all.and(Condition.of("c.ward_number = ?", wardNumber));
        for (String word : words) {
            all = all.and(Condition.of("c.search_text LIKE ?", "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"));
        }
        return all;
    }
}

package bd.cleancare.complaints;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The order of a list, down to the id so that pages never overlap. What an index holds in one direction it also serves backwards, so
 * a descending order is the exact reverse of the ascending one.
 */
public record ComplaintOrder(List<Term> terms) {

    /** The fields that are offered; a name that is not among them is ignored. */
    private static final Set<String> COLUMNS = Set.of("created_at", "priority", "status");

    private static final Map<String, Integer> VALUES = Map.of("priority", Priority.values().length, "status", ComplaintStatus.values().length);

    public static final ComplaintOrder NEWEST_FIRST = new ComplaintOrder(List.of(new Term("created_at", true), new Term("id", true)));

    record Term(String column, boolean descending) {

        String sql(boolean reversed) {
            return "c." + column + (descending != reversed ? " DESC" : "");
        }
    }

    /** @param ordering field names with {@code -} for descending, separated by commas; null for the default */
    public static ComplaintOrder of(String ordering) {
        var terms = new ArrayList<Term>();
        for (String word : ordering == null ? new String[0] : ordering.split(",")) {
            boolean descending = word.strip().startsWith("-");
            String column = word.strip().substring(descending ? 1 : 0);
            // Nothing is left to order by after the time.
            boolean decided = terms.stream().anyMatch(term -> term.column().equals(column) || term.column().equals("created_at"));
            if (COLUMNS.contains(column) && !decided) {
                terms.add(new Term(column, descending));
            }
        }
        return terms.isEmpty() ? NEWEST_FIRST : withTieBreak(terms);
    }

    private static ComplaintOrder withTieBreak(List<Term> terms) {
        Term last = terms.getLast();
        boolean byTime = terms.stream().anyMatch(term -> term.column().equals("created_at"));
        boolean newestFirst = last.column().equals("created_at") ? last.descending() : !last.descending();
        if (!byTime) {
            terms.add(new Term("created_at", newestFirst));
        }
        terms.add(new Term("id", newestFirst));
        return new ComplaintOrder(List.copyOf(terms));
    }

    /** Whether an index holds this order, forwards or backwards: alone by time, or by one field and then against it by time. */
    boolean isIndexed() {
        return terms.size() == 2 || terms.size() == 3 && terms.get(0).descending() != terms.get(1).descending();
    }

    /** The conditions under which nothing but time is left to order by, one for each combination of values before it. */
    List<String> groups() {
        List<String> groups = List.of("");
        for (Term term : terms.subList(0, terms.size() - 2)) {
            groups = groups.stream().flatMap(group -> IntStream.rangeClosed(1, VALUES.get(term.column()))
                    .mapToObj(value -> group + "c." + term.column() + " = " + value + " AND ")).toList();
        }
        return groups;
    }

    /** What is left within one of the groups. */
    String sqlWithinGroup(boolean reversed) {
        return new ComplaintOrder(terms.subList(terms.size() - 2, terms.size())).sql(reversed);
    }

    String sql(boolean reversed) {
        var sql = new StringBuilder();
        for (Term term : terms) {
            sql.append(sql.isEmpty() ? "" : ", ").append(term.sql(reversed));
        }
        return sql.toString();
    }
}

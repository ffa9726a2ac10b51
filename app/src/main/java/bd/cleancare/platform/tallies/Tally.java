package bd.cleancare.platform.tallies;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Numbers of one kind, kept exactly: triggers append the difference of each change to {@code deltas} in the transaction of the change
 * (appending never waits for another), a job folds the differences into the table {@code name}, and a reader adds both. The table
 * also holds every sub-total, so that any question is answered by a handful of rows however much was counted.
 *
 * @param dimensions the columns by which it is counted; together the primary key
 * @param sums the columns that are added up
 * @param recount a query that gives the same rows from what is counted, as the triggers write them
 */
public record Tally(String name, String deltas, List<Dimension> dimensions, List<String> sums, String recount) {

    /** @param all the SQL literal that stands for the sum over all values */
    public record Dimension(String column, String all) {
    }

    /** Two nodes at once do no harm: a difference is deleted by one of them and added by the same. */
    String fold() {
        return """
                WITH taken AS (DELETE FROM %s RETURNING *),
                totals AS (%s),
                folded AS (
                    INSERT INTO %s AS total (%s) SELECT %s FROM totals ORDER BY %s
                    ON CONFLICT (%s) DO UPDATE SET %s
                )
                SELECT count(*) FROM taken
                """.formatted(deltas, withSubtotals("taken"), name, columns(), columns(), keys(), keys(),
                        eachSum(sum -> sum + " = total." + sum + " + excluded." + sum));
    }

    String replace() {
        return "INSERT INTO %s (%s) %s".formatted(name, columns(), withSubtotals("(" + recount + ") counted"));
    }

    /** Rows that differ from a count of everything, in words: at most so many of them, each with how many there are. */
    String differences(int most) {
        return """
                WITH expected AS (%s),
                kept AS (
                    SELECT %s, %s FROM (SELECT %s FROM %s UNION ALL (%s)) both_parts GROUP BY %s
                )
                SELECT concat_ws(' ', %s) || ': ' || concat_ws(', ', %s), count(*) OVER ()
                FROM expected FULL JOIN kept USING (%s)
                WHERE %s LIMIT %d
                """.formatted(withSubtotals("(" + recount + ") counted"), keys(), eachSum(sum -> "sum(" + sum + ") AS " + sum), columns(), name,
                        withSubtotals(deltas), keys(), keys(),
                        eachSum(sum -> "CASE WHEN %s THEN '%s is ' || coalesce(kept.%s, 0) || ', should be ' || coalesce(expected.%s, 0) END".formatted(differs(sum), sum, sum, sum)),
                        keys(), sums.stream().map(Tally::differs).collect(Collectors.joining(" OR ")), most);
    }

    private static String differs(String sum) {
        return "coalesce(expected.%s, 0) <> coalesce(kept.%s, 0)".formatted(sum, sum);
    }

    private String withSubtotals(String rows) {
        String keys = dimensions.stream().map(each -> "CASE WHEN grouping(%s) = 1 THEN %s ELSE %s END AS %s"
                .formatted(each.column(), each.all(), each.column(), each.column())).collect(Collectors.joining(", "));
        return "SELECT %s, %s FROM %s GROUP BY CUBE (%s) HAVING count(*) > 0"
                .formatted(keys, eachSum(sum -> "sum(" + sum + ")::bigint AS " + sum), rows, keys());
    }

    private String columns() {
        return keys() + ", " + String.join(", ", sums);
    }

    private String keys() {
        return dimensions.stream().map(Dimension::column).collect(Collectors.joining(", "));
    }

    private String eachSum(Function<String, String> sql) {
        return sums.stream().map(sql).collect(Collectors.joining(", "));
    }
}

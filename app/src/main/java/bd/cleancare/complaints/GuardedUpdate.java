package bd.cleancare.complaints;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a change writes and what must still be true for it: with zero rows changed, somebody was faster. */
final class GuardedUpdate {

    private final StringBuilder assignments = new StringBuilder();
    private final StringBuilder guard = new StringBuilder("true");
    private final Map<String, Object> params = new LinkedHashMap<>();

    /** @param expression over the parameter of the column's name */
    GuardedUpdate set(String column, String expression, Object value) {
        assignments.append(column).append(" = ").append(expression).append(", ");
        params.put(column, value);
        return this;
    }

    GuardedUpdate set(String column, Object value) {
        return set(column, ":" + column, value);
    }

    GuardedUpdate when(String condition, String param, Object value) {
        guard.append(" AND ").append(condition);
        params.put(param, value);
        return this;
    }

    /** @param seen the version the caller looked at; null when it does not care */
    GuardedUpdate whenVersion(Integer seen) {
        return seen == null ? this : when("version = :seen_version", "seen_version", seen);
    }

    String assignments() {
        return assignments.toString();
    }

    String guard() {
        return guard.toString();
    }

    Map<String, Object> params() {
        return params;
    }
}

package bd.cleancare.complaints;

import bd.cleancare.shared.Viewer;
import java.util.ArrayList;
import java.util.List;

/** A piece of a WHERE over {@code complaints c}, with its positional parameters. */
record Condition(String sql, List<Object> params) {

    static final Condition ALL = new Condition("true", List.of());

    static Condition of(String sql, Object... params) {
        return new Condition(sql, List.of(params));
    }

    /** The one place that says whose complaints a viewer may see. What it leaves out does not exist for them. */
    static Condition visibleTo(Viewer viewer) {
        return switch (viewer.role()) {
            case CITIZEN -> of("c.user_id = ?", viewer.id());
            case SERVICE_PROVIDER -> of("(c.user_id = ? OR c.assigned_to = ?)", viewer.id(), viewer.id());
            case ADMIN -> viewer.wards().isEmpty() ? ALL
                    : of("(c.ward_number = ANY(?) OR c.ward_number IS NULL)", (Object) viewer.wards().toArray(String[]::new));
            case SUPER_ADMIN -> ALL;
        };
    }

    Condition and(Condition other) {
        if (this == ALL) {
            return other;
        }
        if (other == ALL) {
            return this;
        }
        var both = new ArrayList<>(params);
        both.addAll(other.params);
        return new Condition(sql + " AND " + other.sql, both);
    }
}

package bd.cleancare.payments;

import bd.cleancare.shared.Viewer;
import java.util.ArrayList;
import java.util.List;

/** A piece of a WHERE over {@code payments p}, with its positional parameters. */
record Condition(String sql, List<Object> params) {

    static final Condition ALL = new Condition("true", List.of());

    static Condition of(String sql, Object... params) {
        return new Condition(sql, List.of(params));
    }

    static Condition ownedBy(Viewer viewer) {
        return of("p.user_id = ?", viewer.id());
    }

    /** The one place that says whose payments a viewer may see. What it leaves out does not exist for them. */
    static Condition visibleTo(Viewer viewer) {
        return switch (viewer.role()) {
            case CITIZEN, SERVICE_PROVIDER -> ownedBy(viewer);
            case ADMIN -> viewer.wards().isEmpty() ? ALL
                    : of("(p.ward_number = ANY(?) OR p.ward_number IS NULL OR p.user_id = ?)", viewer.wards().toArray(String[]::new), viewer.id());
            case SUPER_ADMIN -> ALL;
        };
    }

    Condition and(Condition other) {
        var both = new ArrayList<>(params);
        both.addAll(other.params);
        return new Condition(sql + " AND " + other.sql, both);
    }
}

package bd.cleancare.complaints;

import bd.cleancare.platform.tallies.Tally;
import bd.cleancare.platform.tallies.Tally.Dimension;
import bd.cleancare.shared.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many complaints there are, without counting them. */
@Configuration(proxyBeanMethods = false)
class ComplaintCounts {

    @Bean
    static Tally complaintCountsTally() {
        return new Tally("complaint_counts", "complaint_count_deltas", List.of(new Dimension("ward", "'*'"), new Dimension("status", "0::smallint"),
                new Dimension("category", "0::smallint"), new Dimension("priority", "0::smallint")), List.of("n"),
                "SELECT coalesce(ward_number, '') AS ward, status, category, priority, 1 AS n FROM complaints");
    }

    /** An expression for the number an admin's list has, by filters other than words. */
    static Condition count(ComplaintQuery query, Viewer viewer) {
        List<String> wards = wards(query, viewer);
        var params = new ArrayList<Object>();
        String inWards = wards == null ? "ward = '*'" : "ward = ANY(?)";
        var sql = new StringBuilder("(SELECT coalesce(sum(n), 0) FROM complaint_counts WHERE ").append(inWards)
                .append(" AND status = ? AND category = ? AND priority = ?) + (SELECT coalesce(sum(n), 0) FROM complaint_count_deltas WHERE ")
                .append(wards == null ? "true" : inWards);
        if (wards != null) {
            params.add(wards.toArray(String[]::new));
        }
        params.add(query.status() == null ? 0 : query.status().code());
        params.add(query.category() == null ? 0 : query.category().code());
        params.add(query.priority() == null ? 0 : query.priority().code());
        if (wards != null) {
            params.add(wards.toArray(String[]::new));
        }
        filterDeltas(sql, params, "status", query.status() == null ? null : query.status().code());
        filterDeltas(sql, params, "category", query.category() == null ? null : query.category().code());
        filterDeltas(sql, params, "priority", query.priority() == null ? null : query.priority().code());
        return new Condition(sql.append(")").toString(), params);
    }

    private static void filterDeltas(StringBuilder sql, List<Object> params, String column, Short code) {
        if (code != null) {
            sql.append(" AND ").append(column).append(" = ?");
            params.add(code);
        }
    }

    /** The wards to add up, '' for complaints without one; null for the whole city. */
    private static List<String> wards(ComplaintQuery query, Viewer viewer) {
        boolean wholeCity = viewer.isSuperAdmin() || viewer.wards().isEmpty();
        if (query.wardNumber() != null) {
            return wholeCity || viewer.wards().contains(query.wardNumber()) ? List.of(query.wardNumber()) : List.of();
        }
        if (wholeCity) {
            return null;
        }
        var scope = new ArrayList<>(viewer.wards());
        scope.add("");
        return scope;
    }
}

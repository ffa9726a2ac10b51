package bd.cleancare.payments;

import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The holdings that bills are made out to, for staff. */
@Component
public class Holdings {

    /** @param owed what would have to be paid today for all of its bills, with rebate and surcharge */
    public record Holding(UUID id, String key, String number, String ownerName, String address, String ward, int openBills, Taka owed) {

        private Holding owing(List<Bill> due) {
            return new Holding(id, key, number, ownerName, address, ward, due.size(), due.stream().map(Bill::payable).reduce(Taka.ZERO, Taka::plus));
        }
    }

    private static final int PAGE = 25;

    private static final String HOLDINGS = """
            SELECT h.id, h.number, h.shown_number, h.owner_name, h.address, h.ward_number FROM holdings h
            """;

    private final JdbcClient db;
    private final Bills bills;

    Holdings(JdbcClient db, Bills bills) {
        this.db = db;
        this.bills = bills;
    }

    /** By the beginning of their number, or by the number of a bill; one more than a page, so that the caller sees whether there are further ones. */
    public List<Holding> find(String search, String after, Viewer viewer) {
        String key = search == null ? "" : BillStore.key(search);
        return withDues(db.sql(HOLDINGS + """
                WHERE (h.number LIKE :prefix ESCAPE '\\' OR h.id IN (SELECT holding_id FROM bills WHERE number = :bill)) AND h.number > :after
                  AND (:all OR h.ward_number IS NULL OR h.ward_number = ANY(:wards)) ORDER BY h.number LIMIT :most
                """).param("prefix", key.replaceAll("([\\\\%_])", "\\\\$1") + "%").param("bill", search == null ? "" : bd.cleancare.shared.Digits.toAscii(search))
                .param("after", after == null ? "" : after).param("all", isWholeCity(viewer)).param("wards", viewer.wards().toArray(String[]::new)).param("most", PAGE + 1)
                .query(Holdings::read).list());
    }

    public Optional<Holding> one(UUID id, Viewer viewer) {
        return id == null ? Optional.empty() : withDues(db.sql(HOLDINGS + "WHERE h.id = :id AND (:all OR h.ward_number IS NULL OR h.ward_number = ANY(:wards))")
                .param("id", id).param("all", isWholeCity(viewer)).param("wards", viewer.wards().toArray(String[]::new)).query(Holdings::read).list()).stream().findFirst();
    }

    /** Reckoned where the pages of bills reckon, so that a sum is the same everywhere. */
    private List<Holding> withDues(List<Holding> found) {
        Map<UUID, List<Bill>> due = bills.dueOf(found).stream().collect(Collectors.groupingBy(Bill::holding));
        return found.stream().map(each -> each.owing(due.getOrDefault(each.id(), List.of()))).toList();
    }

    public static int pageSize() {
        return PAGE;
    }

    private static boolean isWholeCity(Viewer viewer) {
        return viewer.isSuperAdmin() || viewer.isAdmin() && viewer.wards().isEmpty();
    }

    private static Holding read(ResultSet row, int number) throws SQLException {
        return new Holding(row.getObject("id", UUID.class), row.getString("number"), row.getString("shown_number"), row.getString("owner_name"), row.getString("address"),
                row.getString("ward_number"), 0, Taka.ZERO);
    }
}

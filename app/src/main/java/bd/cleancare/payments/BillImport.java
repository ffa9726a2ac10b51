package bd.cleancare.payments;

import bd.cleancare.shared.Digits;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Text;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Bills from the tax office's file. A row that is wrong is reported and the others go in; the same file again changes nothing. */
@Component
public class BillImport {

    /** @param row counted as in a spreadsheet, the heading is 1; {@code error} a key in the message files */
    public record BadRow(int row, String column, String error) {
    }

    public record Result(int created, int changed, int unchanged, List<BadRow> errors) {
    }

    enum Effect { CREATED, CHANGED, UNCHANGED, REFUSED }

    private record Row(String holding, String owner, PhoneNumber phone, String ward, String address, String number, String service, String period, Taka demand, LocalDate dueOn) {
    }

    /** Counted as in a spreadsheet, below the heading. */
    static final int FIRST_ROW = 2;
    public static final String HEADER = "holding_number,owner_name,owner_phone,ward_number,address,bill_number,service_type,period,demand,due_on";
    private static final int COLUMNS = 10;

    private final JdbcClient db;
    private final Users users;
    private final ServiceTypes services;
    private final TransactionOperations transaction;

    BillImport(JdbcClient db, Users users, ServiceTypes services, TransactionOperations transaction) {
        this.db = db;
        this.users = users;
        this.services = services;
        this.transaction = transaction;
    }

    public Result run(String csv) {
        Optional<List<List<String>>> rows = rows(csv);
        if (rows.isEmpty()) {
            return new Result(0, 0, 0, List.of(new BadRow(1, "", "bill.import.header")));
        }
        var errors = new ArrayList<BadRow>();
        int[] counts = new int[Effect.values().length];
        for (int i = 0; i < rows.get().size(); i++) {
            List<String> cells = rows.get().get(i);
            int number = i + FIRST_ROW;
            Effect effect = transaction.execute(_ -> store(cells, number, errors));
            counts[effect.ordinal()]++;
        }
        return new Result(counts[Effect.CREATED.ordinal()], counts[Effect.CHANGED.ordinal()], counts[Effect.UNCHANGED.ordinal()], errors);
    }

    /** The rows below the heading; empty when the heading is not ours. */
    static Optional<List<List<String>>> rows(String csv) {
        List<List<String>> rows = Csv.read(csv.replace("\ufeff", ""));
        return rows.isEmpty() || !String.join(",", rows.getFirst()).strip().equals(HEADER) ? Optional.empty() : Optional.of(rows.subList(1, rows.size()));
    }

    /** Inside the caller's transaction. What is wrong with the row goes into {@code errors}. */
    Effect store(List<String> cells, int number, List<BadRow> errors) {
        Row row = row(cells, number, errors);
        Effect effect = row == null ? Effect.REFUSED : store(row);
        if (row != null && effect == Effect.REFUSED) {
            errors.add(new BadRow(number, "demand", "bill.import.settled"));
        }
        return effect;
    }

    private Row row(List<String> cells, int number, List<BadRow> errors) {
        if (cells.size() != COLUMNS) {
            errors.add(new BadRow(number, "", "bill.import.columns"));
            return null;
        }
        int before = errors.size();
        List<String> clean = cells.stream().map(Text::normalise).toList();
        require(!BillStore.key(clean.get(0)).isEmpty(), number, "holding_number", errors);
        require(!clean.get(1).isEmpty(), number, "owner_name", errors);
        PhoneNumber phone = PhoneNumber.parse(clean.get(2)).orElse(null);
        require(clean.get(2).isEmpty() || phone != null, number, "owner_phone", errors);
        require(!clean.get(5).isEmpty(), number, "bill_number", errors);
        require(services.byCode(clean.get(6)).isPresent(), number, "service_type", errors);
        require(!clean.get(7).isEmpty(), number, "period", errors);
        Taka demand = Taka.parse(clean.get(8)).filter(Taka::isPositive).orElse(null);
        require(demand != null, number, "demand", errors);
        LocalDate dueOn = date(clean.get(9));
        require(dueOn != null, number, "due_on", errors);
        return errors.size() > before ? null : new Row(clean.get(0), clean.get(1), phone, Digits.toAscii(clean.get(3)), clean.get(4), Digits.toAscii(clean.get(5)), clean.get(6),
                Digits.toAscii(clean.get(7)), demand, dueOn);
    }

    private Effect store(Row row) {
        UUID owner = row.phone == null ? null : users.byPhone(row.phone).map(Account::id).orElse(null);
        UUID holding = db.sql("""
                INSERT INTO holdings AS h (id, number, shown_number, owner_id, owner_name, address, ward_number)
                VALUES (:id, :number, :shown, :owner, :name, :address, nullif(:ward, ''))
                ON CONFLICT (number) DO UPDATE SET owner_id = coalesce(EXCLUDED.owner_id, h.owner_id), owner_name = EXCLUDED.owner_name,
                    address = EXCLUDED.address, ward_number = EXCLUDED.ward_number
                RETURNING id
                """).param("id", Ids.next()).param("number", BillStore.key(row.holding)).param("shown", row.holding).param("owner", owner).param("name", row.owner)
                .param("address", row.address).param("ward", row.ward).query(UUID.class).single();
        int created = db.sql("""
                INSERT INTO bills (id, number, holding_id, service_type, period, demand_poisha, due_on) VALUES (:id, :number, :holding, :service, :period, :demand, :due)
                ON CONFLICT DO NOTHING
                """).param("id", Ids.next()).param("number", row.number).param("holding", holding).param("service", row.service).param("period", row.period)
                .param("demand", row.demand.poisha()).param("due", row.dueOn).update();
        return created == 1 ? Effect.CREATED : change(row);
    }

    /** A bill that nobody has paid anything of follows the file; another one is left and reported. */
    private Effect change(Row row) {
        boolean same = db.sql("SELECT EXISTS (SELECT FROM bills WHERE number = ? AND demand_poisha = ? AND due_on = ?)").param(row.number).param(row.demand.poisha())
                .param(row.dueOn).query(Boolean.class).single();
        if (same) {
            return Effect.UNCHANGED;
        }
        int changed = db.sql("UPDATE bills SET demand_poisha = ?, due_on = ? WHERE number = ? AND status = 'due' AND credited_poisha = 0")
                .param(row.demand.poisha()).param(row.dueOn).param(row.number).update();
        return changed == 1 ? Effect.CHANGED : Effect.REFUSED;
    }

    private static void require(boolean good, int row, String column, List<BadRow> errors) {
        if (!good) {
            errors.add(new BadRow(row, column, "bill.import.value"));
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(Digits.toAscii(text));
        } catch (DateTimeException _) {
            return null;
        }
    }
}

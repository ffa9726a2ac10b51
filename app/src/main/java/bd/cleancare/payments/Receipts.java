package bd.cleancare.payments;

import bd.cleancare.platform.crypto.KeyedHash;
import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Digits;
import bd.cleancare.shared.Ids;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receipts: numbered without a gap in each series and fiscal year, and to be verified by anybody who holds one. */
@Component
public class Receipts {

    /** @param number as printed, {@code HT/2026-27/000123} */
    public record Receipt(UUID id, UUID payment, String number, Instant issuedAt) {
    }

    /** As printed and taken apart. */
    record Number(String series, int year, int number) {

        private static final Pattern PRINTED = Pattern.compile("([A-Z]{2,4})\\s*/\\s*(\\d{4})\\s*-\\s*(\\d{2})\\s*/\\s*(\\d{1,9})");

        /** In either script and case, with or without the zeros in front. */
        static Optional<Number> parse(String written) {
            var matcher = PRINTED.matcher(Digits.toAscii(written.strip()).toUpperCase(Locale.ROOT));
            if (!matcher.matches() || (Integer.parseInt(matcher.group(2)) + 1) % 100 != Integer.parseInt(matcher.group(3))) {
                return Optional.empty();
            }
            return Optional.of(new Number(matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(4))));
        }

        @Override
        public String toString() {
            return "%s/%d-%02d/%06d".formatted(series, year, (year + 1) % 100, number);
        }
    }

    private static final int FIRST_MONTH = 7;
    private static final int TOKEN_BYTES = 15;

    private static final String RECEIPTS = "SELECT id, payment_id, series, fiscal_year, number, issued_at FROM receipts WHERE ";

    private final JdbcClient db;
    private final Clock clock;
    private final KeyedHash hash;

    Receipts(JdbcClient db, Clock clock, KeyedHash hash) {
        this.db = db;
        this.clock = clock;
        this.hash = hash;
    }

    /** Inside the transaction that makes the payment paid: a number is used exactly when the money is recorded. */
    void issue(UUID payment, String series) {
        Instant now = clock.instant();
        int year = fiscalYear(now);
        db.sql("""
                WITH next AS (
                    INSERT INTO receipt_series AS s (series, fiscal_year, last_number) VALUES (:series, :year, 1)
                    ON CONFLICT (series, fiscal_year) DO UPDATE SET last_number = s.last_number + 1 RETURNING last_number)
                INSERT INTO receipts (id, payment_id, series, fiscal_year, number, issued_at) SELECT :id, :payment, :series, :year, last_number, :now FROM next
                """).param("series", series).param("year", year).param("id", Ids.next()).param("payment", payment).param("now", now.atOffset(java.time.ZoneOffset.UTC)).update();
    }

    public Optional<Receipt> ofPayment(UUID payment) {
        return db.sql(RECEIPTS + "payment_id = ?").param(payment).query((row, _) -> read(row)).optional();
    }

    /** Empty unless the token is the one printed on that receipt. */
    public Optional<Receipt> verified(UUID id, String token) {
        if (id == null || token == null || !MessageDigest.isEqual(token.getBytes(java.nio.charset.StandardCharsets.UTF_8), token(id).getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        return db.sql(RECEIPTS + "id = ?").param(id).query((row, _) -> read(row)).optional();
    }

    /** Proves that we issued the receipt: nobody can make one without our key. */
    public String token(UUID id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash.ofCode("receipt", id.toString()), TOKEN_BYTES));
    }

    /** The year in which the fiscal year of a moment begins: it changes at midnight of 1 July in Dhaka. */
    static int fiscalYear(Instant moment) {
        ZonedDateTime there = moment.atZone(CityTime.ZONE);
        return there.getMonthValue() >= FIRST_MONTH ? there.getYear() : there.getYear() - 1;
    }

    private static Receipt read(java.sql.ResultSet row) throws java.sql.SQLException {
        var number = new Number(row.getString("series"), row.getInt("fiscal_year"), row.getInt("number"));
        return new Receipt(row.getObject("id", UUID.class), row.getObject("payment_id", UUID.class), number.toString(), PaymentStore.instant(row, "issued_at"));
    }
}

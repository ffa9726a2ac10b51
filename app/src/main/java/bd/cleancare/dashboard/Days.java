package bd.cleancare.dashboard;

import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Taka;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened day by day and month by month, from the rows that are kept for each day of the city. */
@Component
class Days {

    private record DayRow(LocalDate day, long filed, long resolved) {
    }

    private record MonthRow(YearMonth month, Taka revenue) {
    }

    private final JdbcClient db;
    private final Clock clock;

    Days(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Financial financial() {
        return db.sql("""
                SELECT (SELECT coalesce(sum(poisha), 0) FROM (SELECT poisha FROM revenue_days WHERE day = 'infinity' AND service = '*'
                                                              UNION ALL SELECT poisha FROM revenue_day_deltas) kept),
                       (SELECT coalesce(sum(pending_poisha), 0) FROM (SELECT pending_poisha FROM payment_days WHERE day = 'infinity' AND method = '*'
                                                                      UNION ALL SELECT pending_poisha FROM payment_day_deltas) kept),
                       (SELECT coalesce(sum(poisha), 0) FROM (SELECT day, poisha FROM revenue_days WHERE service = '*'
                                                              UNION ALL SELECT day, poisha FROM revenue_day_deltas) kept
                        WHERE day >= :first AND day < :next)
                """).param("first", month().atDay(1)).param("next", month().plusMonths(1).atDay(1))
                .query((row, _) -> new Financial(new Taka(row.getLong(1)), new Taka(row.getLong(2)), new Taka(row.getLong(3)))).single();
    }

    /** So many days up to today, those on which nothing happened too. */
    List<CityPicture.Day> latest(int days) {
        LocalDate today = LocalDate.now(clock.withZone(CityTime.ZONE));
        LocalDate first = today.minusDays(days - 1L);
        Map<LocalDate, DayRow> found = db.sql("""
                SELECT day, sum(submitted + in_progress + resolved + cancelled), sum(resolutions)
                FROM (SELECT day, submitted, in_progress, resolved, cancelled, resolutions FROM complaint_days WHERE ward = '*' AND day BETWEEN :first AND :today
                      UNION ALL SELECT day, submitted, in_progress, resolved, cancelled, resolutions FROM complaint_day_deltas WHERE day BETWEEN :first AND :today) kept
                GROUP BY day
                """).param("first", first).param("today", today)
                .query((row, _) -> new DayRow(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3))).list().stream()
                .collect(Collectors.toMap(DayRow::day, row -> row));
        return first.datesUntil(today.plusDays(1)).map(day -> found.getOrDefault(day, new DayRow(day, 0, 0)))
                .map(row -> new CityPicture.Day(row.day(), row.filed(), row.resolved())).toList();
    }

    /** So many months up to this one, newest first. */
    List<CityPicture.Month> months(int months) {
        YearMonth first = month().minusMonths(months - 1L);
        Map<YearMonth, Taka> found = db.sql("""
                SELECT date_trunc('month', day)::date, sum(poisha)
                FROM (SELECT day, poisha FROM revenue_days WHERE service = '*' AND day >= :first AND day < 'infinity'
                      UNION ALL SELECT day, poisha FROM revenue_day_deltas WHERE day >= :first) kept GROUP BY 1
                """).param("first", first.atDay(1))
                .query((row, _) -> new MonthRow(YearMonth.from(row.getObject(1, LocalDate.class)), new Taka(row.getLong(2)))).list().stream()
                .collect(Collectors.toMap(MonthRow::month, MonthRow::revenue));
        var list = new ArrayList<CityPicture.Month>();
        for (int back = 0; back < months; back++) {
            YearMonth each = month().minusMonths(back);
            list.add(new CityPicture.Month(each, found.getOrDefault(each, Taka.ZERO)));
        }
        return list;
    }

    private YearMonth month() {
        return YearMonth.now(clock.withZone(CityTime.ZONE));
    }
}

package bd.cleancare.dashboard.web;

import bd.cleancare.platform.pages.Ui;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The geometry of the charts. They are drawn on the server: no library, no script, and a table beside each says the same. */
public final class Charts {

    /** Widths and heights of drawings that stretch to their place. */
    public static final int FULL = 1000;

    private static final int LEVELS = 5;

    private Charts() {
    }

    /** A share of the full width; what is there at all can be seen. */
    public static long width(long value, long of) {
        return of <= 0 || value <= 0 ? 0 : Math.max(4, value * FULL / of);
    }

    /** In whole percent. */
    public static long percent(long value, long of) {
        return of <= 0 ? 0 : Math.round(value * 100.0 / of);
    }

    public static long most(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** The end of an axis: the next 2, 4, 6 or 10 with zeros, so that its half is whole. */
    public static long top(long most) {
        for (long ten = 1;; ten *= 10) {
            for (long step : new long[] {2, 4, 6, 10}) {
                if (step * ten >= most) {
                    return step * ten;
                }
            }
        }
    }

    /** The points of a line over the full width and height. */
    public static String line(List<Long> values, long top) {
        return IntStream.range(0, values.size()).mapToObj(i -> x(i, values.size()) + "," + y(values.get(i), top)).collect(Collectors.joining(" "));
    }

    /** The area under that line. */
    public static String area(List<Long> values, long top) {
        return "0," + FULL + " " + line(values, top) + " " + FULL + "," + FULL;
    }

    private static long x(int at, int of) {
        return of < 2 ? 0 : Math.round(at * (double) FULL / (of - 1));
    }

    private static long y(long value, long top) {
        return FULL - value * FULL / top;
    }

    /** How dark a ward is on the map, from 0. */
    public static long level(long value, long most) {
        return most <= 0 || value <= 0 ? 0 : Math.max(1, (value * LEVELS + most - 1) / most);
    }

    /** Where there is room for whole taka only. */
    public static String wholeTaka(Ui ui, long poisha) {
        return ui.taka(Math.round(poisha / 100.0) * 100);
    }

    public static String shortDay(Ui ui, LocalDate day) {
        return ui.digits(day.format(DateTimeFormatter.ofPattern("d MMM", ui.language().locale())));
    }

    public static String month(Ui ui, YearMonth month) {
        return ui.digits(month.format(DateTimeFormatter.ofPattern("LLL uuuu", ui.language().locale())));
    }
}

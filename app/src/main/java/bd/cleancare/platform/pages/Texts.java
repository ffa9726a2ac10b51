package bd.cleancare.platform.pages;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Digits;
import bd.cleancare.shared.Taka;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers, money and times are written in one language. */
public final class Texts {

    /** Everything the city says of times is meant on its own clock, wherever the server stands. */

    private static final int DAYS_TOLD_AS_AGO = 7;

    private final Language language;
    private final Messages messages;
    private final Clock clock;

    public Texts(Language language, Messages messages, Clock clock) {
        this.language = language;
        this.messages = messages;
        this.clock = clock;
    }

    Language language() {
        return language;
    }

    String text(String key, Object... args) {
        return messages.get(language, key, args);
    }

    String refusal(String key, Object... args) {
        return messages.refusal(language, key, args);
    }

    /** A counted thing: {@code key.one} for exactly one, {@code key.many} for the rest; the number is argument 0. */
    String count(String key, long number) {
        return text(key + (number == 1 ? ".one" : ".many"), number(number));
    }

    String digits(Object value) {
        return language == Language.BANGLA ? Digits.toBangla(String.valueOf(value)) : String.valueOf(value);
    }

    /** A flash has crossed a cookie as text: what was a number or an amount is shown as one, a tracking number stays as it is. */
    Object digitsOfNumber(String arg) {
        if (arg.matches("-?\\d{1,13}\\.\\d\\d")) {
            return Taka.parse(arg).orElseThrow();
        }
        return arg.matches("\\d{1,15}") ? number(Long.parseLong(arg)) : arg;
    }

    /** With the commas of the subcontinent: 12,34,567. */
    String number(long number) {
        var plain = new StringBuilder(Long.toString(Math.abs(number)));
        for (int at = plain.length() - 3; at > 0; at -= 2) {
            plain.insert(at, ',');
        }
        return digits((number < 0 ? "−" : "") + plain);
    }

    String decimal(double value, int places) {
        return digits(String.format(Locale.ROOT, "%." + places + "f", value));
    }

    /** An amount in poisha as taka; whole amounts without decimals. */
    String taka(long poisha) {
        return digits(new Taka(poisha).written());
    }

    String bytes(long bytes) {
        return bytes < 1024 * 1024 ? text("size.kb", number(Math.max(1, bytes / 1024))) : text("size.mb", decimal(bytes / 1048576.0, 1));
    }

    String date(LocalDate date) {
        String pattern = language == Language.BANGLA ? "d MMMM, uuuu" : "d MMMM uuuu";
        return digits(date.format(DateTimeFormatter.ofPattern(pattern, language.locale())));
    }

    String date(Instant at) {
        return date(local(at).toLocalDate());
    }

    String time(Instant at) {
        LocalTime time = local(at).toLocalTime();
        return text("time.clock." + partOfDay(time.getHour()), digits(time.format(DateTimeFormatter.ofPattern("h:mm"))));
    }

    public String dateTime(Instant at) {
        return text("time.date_and_time", date(at), time(at));
    }

    /** "৩ ঘণ্টা আগে" within a week, the date before that and for times to come. */
    String ago(Instant at) {
        Duration since = Duration.between(at, clock.instant());
        if (since.isNegative() || since.toDays() >= DAYS_TOLD_AS_AGO) {
            return since.isNegative() && since.toMinutes() == 0 ? text("time.now") : date(at);
        }
        if (since.toDays() > 0) {
            return count("time.days_ago", since.toDays());
        }
        if (since.toHours() > 0) {
            return count("time.hours_ago", since.toHours());
        }
        return since.toMinutes() > 0 ? count("time.minutes_ago", since.toMinutes()) : text("time.now");
    }

    private static ZonedDateTime local(Instant at) {
        return at.atZone(CityTime.ZONE);
    }

    /** Bangla says the part of the day instead of am and pm. */
    private static String partOfDay(int hour) {
        return hour < 4 ? "late" : hour < 6 ? "dawn" : hour < 12 ? "morning" : hour < 15 ? "noon" : hour < 18 ? "afternoon" : hour < 20 ? "evening" : "night";
    }
}

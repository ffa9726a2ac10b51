package bd.cleancare.complaints;

import bd.cleancare.shared.Digits;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What a citizen notes down and dictates over the phone: CC, the date of filing, seven random symbols, one check symbol. The 31
 * symbols leave out I, L, O, U and V, which are taken for others when read or heard. 31 is prime and no two places weigh the same, so
 * the check finds every single wrong symbol and every two that changed places.
 */
public record TrackingNumber(String text) {

    /** What somebody wrote where a tracking number was asked for. */
    public sealed interface Reading {

        record Read(TrackingNumber number) implements Reading {
        }

        /** It has the form of one, but the check fails: a symbol was misread. */
        record Mistyped() implements Reading {
        }

        record NotOne() implements Reading {
        }
    }

    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTWXYZ";
    private static final String PREFIX = "CC";
    private static final int RANDOM_SYMBOLS = 7;
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "20\\d{6}[" + SYMBOLS + "]{8}");
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int LONGEST_WRITTEN = 60;

    public static TrackingNumber random(LocalDate date, RandomGenerator random) {
        var text = new StringBuilder(18).append(PREFIX).append(DATE.format(date));
        for (int i = 0; i < RANDOM_SYMBOLS; i++) {
            text.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        int sum = weightedSum(text.append(SYMBOLS.charAt(0)));
        text.setCharAt(text.length() - 1, SYMBOLS.charAt(Math.floorMod(-sum, SYMBOLS.length())));
        return new TrackingNumber(text.toString());
    }

    /** Takes lower case, spaces, hyphens, Bangla digits, and O for 0, I and L for 1. */
    public static Reading parse(String written) {
        if (written.length() > LONGEST_WRITTEN) {
            return new Reading.NotOne();
        }
        String text = Digits.toAscii(written).toUpperCase(Locale.ROOT).replaceAll("[\\s\\u2010-\\u2015-]+", "")
                .replace('O', '0').replace('I', '1').replace('L', '1');
        if (!SHAPE.matcher(text).matches()) {
            return new Reading.NotOne();
        }
        return weightedSum(text) % SYMBOLS.length() == 0 ? new Reading.Read(new TrackingNumber(text)) : new Reading.Mistyped();
    }

    /** The last symbol weighs 1, the one before it 2, and so on; the check symbol brings the sum to a multiple of 31. */
    private static int weightedSum(CharSequence text) {
        int sum = 0;
        for (int i = PREFIX.length(); i < text.length(); i++) {
            sum += (text.length() - i) * SYMBOLS.indexOf(text.charAt(i));
        }
        return sum;
    }

    @Override
    public String toString() {
        return text;
    }
}

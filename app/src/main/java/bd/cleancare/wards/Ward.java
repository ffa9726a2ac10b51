package bd.cleancare.wards;

import bd.cleancare.shared.Digits;
import bd.cleancare.shared.Text;
import java.math.BigInteger;
import java.util.Comparator;

/** A ward of the city. Its number is text, because cities also number wards like 12A. */
public record Ward(String number, String nameBn, String nameEn, String zone) {

    public static final int LONGEST_NUMBER = 10;

    /** 2 before 10, 12 before 12A. */
    public static final Comparator<String> NUMERIC_ORDER = Comparator.comparing(Ward::leadingNumber).thenComparing(Comparator.naturalOrder());

    /** A ward number as it is stored and compared: trimmed, digits of any script as 0–9. */
    public static String normalisedNumber(String written) {
        return Digits.toAscii(Text.normalise(written));
    }

    private static BigInteger leadingNumber(String number) {
        int end = 0;
        while (end < number.length() && number.charAt(end) >= '0' && number.charAt(end) <= '9') {
            end++;
        }
        return end == 0 ? BigInteger.ZERO : new BigInteger(number.substring(0, end));
    }
}

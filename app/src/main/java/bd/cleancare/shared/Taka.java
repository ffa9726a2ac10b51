package bd.cleancare.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** An amount of money in whole poisha; a hundred make one taka. Never a binary fraction. */
public record Taka(long poisha) implements Comparable<Taka> {

    public static final Taka ZERO = new Taka(0);

    /** Grouping commas only where people put them: in front of two or three digits. Neither exponents nor a third decimal. */
    private static final Pattern WRITTEN = Pattern.compile("(-?)(\\d{1,3}(?:,\\d{2,3})+|\\d{1,13})(?:\\.(\\d{1,2}))?");
    private static final int LONGEST_WRITTEN = 30;
    private static final int WHOLE_PERCENT = 10_000;

    public static Taka of(long taka) {
        return new Taka(Math.multiplyExact(taka, 100));
    }

    /** Reads {@code 500}, {@code 1,00,000.50}, {@code ১,০০০.৫০}, {@code ৳৫০০} and {@code BDT 500}; empty for all else. May be negative. */
    public static Optional<Taka> parse(String written) {
        if (written == null || written.length() > LONGEST_WRITTEN) {
            return Optional.empty();
        }
        String text = Digits.toAscii(Text.normalise(written)).replaceFirst("^(?:৳|BDT|Tk\\.?)\\s*", "").replaceFirst("\\s*(?:৳|টাকা)$", "");
        var matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long whole = Long.parseLong(matcher.group(2).replace(",", ""));
        String decimals = matcher.group(3) == null ? "00" : (matcher.group(3) + "0").substring(0, 2);
        long poisha = whole * 100 + Long.parseLong(decimals);
        return Optional.of(new Taka(matcher.group(1).isEmpty() ? poisha : -poisha));
    }

    public Taka plus(Taka other) {
        return new Taka(Math.addExact(poisha, other.poisha));
    }

    public Taka minus(Taka other) {
        return new Taka(Math.subtractExact(poisha, other.poisha));
    }

    public Taka negated() {
        return new Taka(Math.negateExact(poisha));
    }

    /** A share in hundredths of a percent, half a poisha rounded up. */
    public Taka share(int basisPoints) {
        return new Taka(BigDecimal.valueOf(poisha).multiply(BigDecimal.valueOf(basisPoints))
                .divide(BigDecimal.valueOf(WHOLE_PERCENT), 0, RoundingMode.HALF_UP).longValueExact());
    }

    public boolean isPositive() {
        return poisha > 0;
    }

    public Taka orSmaller(Taka other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** {@code 1000.50}: for machines. */
    public String plain() {
        return decimal().toPlainString();
    }

    public BigDecimal decimal() {
        return BigDecimal.valueOf(poisha, 2);
    }

    /** {@code ১,০০,০০০.৫০}, grouped in lakh and crore. */
    public String bangla() {
        return Digits.toBangla(grouped());
    }

    /** {@code 1,00,000.50}, grouped in lakh and crore. The JDK groups by thousands, so this is our own. */
    public String grouped() {
        String text = decimal().abs().toPlainString();
        int point = text.indexOf('.');
        var grouped = new StringBuilder(text);
        for (int at = point - 3; at > 0; at -= 2) {
            grouped.insert(at, ',');
        }
        return (poisha < 0 ? "-" : "") + grouped;
    }

    /** {@code ৳1,00,000.50}, whole amounts without decimals: as people read it within a sentence. */
    public String written() {
        String text = new Taka(Math.abs(poisha)).grouped();
        return (poisha < 0 ? "−৳" : "৳") + (poisha % 100 == 0 ? text.substring(0, text.length() - 3) : text);
    }

    @Override
    public int compareTo(Taka other) {
        return Long.compare(poisha, other.poisha);
    }

    @Override
    public String toString() {
        return plain();
    }
}

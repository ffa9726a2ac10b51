package bd.cleancare.users;

import bd.cleancare.shared.Digits;
import java.util.Optional;
import java.util.regex.Pattern;

/** A national identity number: 10 digits (smart card), 13 (old card) or 17 (old card with the year of birth in front). It has no checksum. */
public record NationalId(String digits) {

    private static final Pattern FORM = Pattern.compile("\\d{10}|\\d{13}|(19|20)\\d{15}");
    private static final int LONGEST_WRITTEN = 40;
    private static final int WITHOUT_YEAR = 13;

    public NationalId {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a national identity number");
        }
    }

    /** Accepts Bangla digits, spaces and hyphens. */
    public static Optional<NationalId> parse(String written) {
        if (written.length() > LONGEST_WRITTEN) {
            return Optional.empty();
        }
        String digits = Digits.toAscii(written).replaceAll("[\\s-]", "");
        return FORM.matcher(digits).matches() ? Optional.of(new NationalId(digits)) : Optional.empty();
    }

    /** What the blind index is made of: the 13 and the 17 digits of one person are the same. */
    String canonical() {
        return digits.length() > WITHOUT_YEAR ? digits.substring(digits.length() - WITHOUT_YEAR) : digits;
    }

    /** Never the number: records print themselves into logs. */
    @Override
    public String toString() {
        return "NationalId[hidden]";
    }
}

package bd.cleancare.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Bangladeshi mobile number in its one canonical form, {@code +8801XXXXXXXXX}. */
public record PhoneNumber(String canonical) {

    /** libphonenumber takes landlines and unassigned ranges for mobiles; operators use 013–019 only. */
    private static final Pattern MOBILE = Pattern.compile("\\+8801[3-9]\\d{8}");

    private static final PhoneNumberUtil PARSER = PhoneNumberUtil.getInstance();

    /** No Bangladeshi number is longer in any form people write; longer input is not worth parsing. */
    private static final int LONGEST_WRITTEN = 32;

    public PhoneNumber {
        if (!MOBILE.matcher(canonical).matches()) {
            throw new IllegalArgumentException("not a canonical Bangladeshi mobile number");
        }
    }

    /** Accepts 01…, 8801…, +8801…, 008801…, spaces, hyphens and Bangla digits; empty for anything that is not a Bangladeshi mobile. */
    public static Optional<PhoneNumber> parse(String written) {
        if (written == null || written.length() > LONGEST_WRITTEN) {
            return Optional.empty();
        }
        try {
            var parsed = PARSER.parse(Digits.toAscii(written), "BD");
            String e164 = PARSER.format(parsed, PhoneNumberFormat.E164);
            return MOBILE.matcher(e164).matches() ? Optional.of(new PhoneNumber(e164)) : Optional.empty();
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    /** As people here write it: {@code 017…}. */
    public String local() {
        return canonical.substring(3);
    }

    /** For logs and for people who may know that a number exists but not which: {@code +88017•••••678}. */
    public String masked() {
        return canonical.substring(0, 6) + "•••••" + canonical.substring(11);
    }

    /** Never the number itself: records print themselves into logs. */
    @Override
    public String toString() {
        return masked();
    }
}

package bd.cleancare.simulators.sms;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bangladeshi mobile numbers, however written, as {@code +8801XXXXXXXXX}. */
final class Phones {

    private static final Pattern MOBILE = Pattern.compile("(?:00)?(?:880)?0?(1[3-9][0-9]{8})");

    private Phones() {
    }

    static Optional<String> canonical(String written) {
        Matcher mobile = MOBILE.matcher(Digits.toLatin(written).replaceAll("[^0-9]", ""));
        return mobile.matches() ? Optional.of("+880" + mobile.group(1)) : Optional.empty();
    }
}

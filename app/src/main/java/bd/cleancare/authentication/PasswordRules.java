package bd.cleancare.authentication;

import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Digits;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What a new password must be: long enough, and not one of those everybody tries first. No rule asks for special characters. */
@Component
public class PasswordRules {

    public static final int LONGEST = 128;

    private final PasswordSettings settings;
    private final Set<String> common;

    PasswordRules(PasswordSettings settings) {
        this.settings = settings;
        try {
            this.common = new ClassPathResource("common-passwords.txt").getContentAsString(StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a new password exactly as typed and notes what is wrong with it. @param phone whose it is; null if unknown */
    public String read(RequestFields fields, String field, PhoneNumber phone, Role role) {
        String password = fields.secret(field, LONGEST);
        if (password != null) {
            check(fields.errors(), field, password, phone, role);
        }
        return password;
    }

    public void check(FieldErrors errors, String field, String password, PhoneNumber phone, Role role) {
        int shortest = role == Role.CITIZEN ? settings.shortest() : settings.shortestOfStaff();
        if (Text.length(password) < shortest) {
            errors.add(field, "field.too_short", shortest);
        } else if (isCommon(password) || phone != null && isPhone(password, phone)) {
            errors.add(field, "field.common_password");
        }
    }

    private boolean isCommon(String password) {
        String folded = Digits.toAscii(password).toLowerCase(Locale.ROOT);
        return common.contains(folded) || folded.codePoints().distinct().count() == 1;
    }

    private static boolean isPhone(String password, PhoneNumber phone) {
        return PhoneNumber.parse(password).filter(phone::equals).isPresent();
    }
}

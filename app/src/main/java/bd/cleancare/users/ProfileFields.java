package bd.cleancare.users;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Worded;
import java.util.Optional;
import java.util.regex.Pattern;

/** The personal fields of a request, read and checked the same wherever they are asked for. */
public final class ProfileFields {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_ADDRESS = 500;
    /** Deliberately loose: one @, a dot after it, no blanks. Whether mail arrives, only mail can tell. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,180}\\.[^\\s@<>.\"]{2,63}");

    private final RequestFields fields;

    public ProfileFields(RequestFields fields) {
        this.fields = fields;
    }

    public String name() {
        return fields.text("name", LONGEST_NAME);
    }

    public String email() {
        String email = fields.optionalText("email", LONGEST_EMAIL);
        if (email != null && !EMAIL.matcher(email).matches()) {
            fields.errors().add("email", "field.email");
        }
        return email;
    }

    public String address() {
        return fields.optionalText("address", LONGEST_ADDRESS);
    }

    public NationalId nid() {
        String written = fields.optionalText("nid", 40);
        if (written == null) {
            return null;
        }
        Optional<NationalId> nid = NationalId.parse(written);
        if (nid.isEmpty()) {
            fields.errors().add("nid", "field.nid");
        }
        return nid.orElse(null);
    }

    public static Optional<Language> language(String word) {
        return Worded.find(Language.class, word);
    }
}

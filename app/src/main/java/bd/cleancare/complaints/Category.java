package bd.cleancare.complaints;

import bd.cleancare.shared.Text;
import bd.cleancare.shared.Worded;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** What a complaint is about. Codes are stored and never reused. */
public enum Category implements Worded {
    CLEANLINESS(1, "পরিচ্ছন্নতা"),
    WASTE(2, "বর্জ্য ব্যবস্থাপনা"),
    WATER(3, "পানি সরবরাহ"),
    ROADS(4, "রাস্তাঘাট"),
    ELECTRICITY(5, "বিদ্যুৎ"),
    OTHER(6, "অন্যান্য");

    private static final Words<Category> WORDS = new Words<>(values(), Category::code, Category::word);

    private final short code;
    private final String word;

    Category(int code, String word) {
        this.code = (short) code;
        this.word = Text.normalise(word);
    }

    public short code() {
        return code;
    }

    /** The word of the HTTP contract, in NFC. */
    @Override
    @JsonValue
    public String word() {
        return word;
    }

    public static Category ofCode(int code) {
        return WORDS.ofCode(code);
    }

    public static Optional<Category> ofWord(String word) {
        return WORDS.ofWord(word);
    }
}

package bd.cleancare.shared;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.Map;

/** Amounts as receipts and cheques spell them, counted in lakh and crore. */
public final class TakaWords {

    private static final long CRORE = 10_000_000;

    /** ICU's words where Bangladesh writes others: 20 is বিশ on a receipt, and 88 is one word. */
    private static final Map<String, String> USUAL = Map.of("কুড়ি", "বিশ", "অষ্টআশি", "অষ্টাশি");

    private TakaWords() {
    }

    /** {@code এক লাখ পাঁচশো টাকা পঞ্চাশ পয়সা মাত্র} */
    public static String bangla(Taka amount) {
        String words = banglaNumber(amount.poisha() / 100) + " টাকা";
        long poisha = amount.poisha() % 100;
        return Text.normalise(words + (poisha == 0 ? "" : " " + banglaNumber(poisha) + " পয়সা") + " মাত্র");
    }

    /** {@code One lakh five hundred taka and fifty poisha only} */
    public static String english(Taka amount) {
        String words = englishNumber(amount.poisha() / 100) + " taka";
        long poisha = amount.poisha() % 100;
        String all = words + (poisha == 0 ? "" : " and " + englishNumber(poisha) + " poisha") + " only";
        return Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    /** Above a crore ICU goes on to আরব, which nobody here uses: crores are counted. */
    private static String banglaNumber(long number) {
        if (number >= CRORE) {
            long rest = number % CRORE;
            return banglaNumber(number / CRORE) + " কোটি" + (rest == 0 ? "" : " " + banglaNumber(rest));
        }
        String words = spelled(ULocale.forLanguageTag("bn"), number);
        for (var usual : USUAL.entrySet()) {
            words = words.replace(usual.getKey(), usual.getValue());
        }
        return words;
    }

    private static String englishNumber(long number) {
        return spelled(ULocale.forLanguageTag("en-IN"), number);
    }

    /** The formatter keeps state while it formats, so every call has its own. */
    private static String spelled(ULocale locale, long number) {
        return new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT).format(number);
    }
}

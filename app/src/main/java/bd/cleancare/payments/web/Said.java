package bd.cleancare.payments.web;

import bd.cleancare.payments.Method;
import bd.cleancare.payments.OwnWords;
import bd.cleancare.payments.gateway.Gateway.Refusal;
import bd.cleancare.platform.pages.Ui;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * A reason or evidence as staff read it.
 *
 * @param words our own, in the reader's language; null where there are none
 * @param rest what a gateway or a person said, as it is; null where there is none
 */
public record Said(String words, String rest) {

    private static final Map<String, String> DECISIONS = Map.of("release", "payments.held.release", "refund", "payments.held.refund", "nothing_came", "payments.held.nothing");
    private static final String CODE = "\\S*[\\dA-Z]\\S*";

    /** @param byPerson who may happen to write a single word that we use too */
    public static Said of(Ui ui, String text, boolean byPerson) {
        String whole = DECISIONS.containsKey(text) ? DECISIONS.get(text) : key(text);
        if (whole != null && !(byPerson && isRefusal(text))) {
            return new Said(ui.text(whole), null);
        }
        int space = text.indexOf(' ');
        String first = space < 0 ? "" : text.substring(0, space);
        String rest = text.substring(space + 1);
        boolean ours = isGateway(first) || !byPerson && rest.matches(CODE) && (isRefusal(first) || OwnWords.find(first).filter(OwnWords::standsBefore).isPresent());
        return ours ? new Said(ui.text(key(first)), rest) : new Said(null, text);
    }

    /** Null for what is not ours. */
    private static String key(String text) {
        if (isGateway(text)) {
            return "payments.gateway." + text;
        }
        return isRefusal(text) ? "payments.why." + text : OwnWords.find(text).map(each -> "payments.why." + each.name().toLowerCase(Locale.ROOT)).orElse(null);
    }

    private static boolean isGateway(String text) {
        return text.equals("sslcommerz") || Method.ofWord(text).isPresent();
    }

    /** {@code mismatch} is why a held payment came to nothing so far. */
    private static boolean isRefusal(String text) {
        return text.equals("mismatch") || Arrays.stream(Refusal.values()).anyMatch(each -> each.name().toLowerCase(Locale.ROOT).equals(text));
    }
}

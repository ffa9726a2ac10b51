package bd.cleancare.platform.pages;

import gg.jte.Content;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.springframework.web.util.HtmlUtils;

/** Bits of markup so common that a template call would hide the template; every argument is escaped here. */
final class Html {

    /** Occurs in no text. */
    private static final String PLACE = "\ue000";

    private Html() {
    }

    static Content icon(String sprite, String name) {
        return markup("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"%s#%s\"/></svg>", sprite, name);
    }

    static Content hidden(String name, String value) {
        return markup("<input type=\"hidden\" name=\"%s\" value=\"%s\">", name, value);
    }

    static Content time(Instant at, String words, String title) {
        return markup("<time datetime=\"%s\" title=\"%s\">%s</time>", at.toString(), title, words);
    }

    /** @param sentence given the place of the number, says the text around it */
    static Content around(String number, UnaryOperator<String> sentence) {
        String[] sides = sentence.apply(PLACE).split(PLACE, 2);
        return markup("%s<span class=\"code\" translate=\"no\">%s</span>%s", sides[0], number, sides.length > 1 ? sides[1] : "");
    }

    private static Content markup(String form, String... values) {
        Object[] escaped = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            escaped[i] = HtmlUtils.htmlEscape(values[i]);
        }
        String markup = form.formatted(escaped);
        return output -> output.writeContent(markup);
    }
}

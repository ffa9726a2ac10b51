package bd.cleancare.notifications;

import bd.cleancare.platform.i18n.Language;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for values, {@code {like_this}}.
 *
 * @param subject null for channels without one
 */
record Wording(String subject, String body) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");

    Wording fill(Map<String, String> values, Language language) {
        return new Wording(subject == null ? null : fill(subject, values, language), fill(body, values, language));
    }

    /** What it asks for. */
    Set<String> places() {
        var places = new LinkedHashSet<String>();
        PLACE.matcher(subject == null ? body : subject + body).results().forEach(found -> places.add(found.group(1)));
        return places;
    }

    private static String fill(String text, Map<String, String> values, Language language) {
        return PLACE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), values, language))).strip();
    }

    private static String value(String name, Map<String, String> values, Language language) {
        String inLanguage = values.get(name + "_" + language.code());
        return inLanguage == null ? values.getOrDefault(name, "") : inLanguage;
    }
}

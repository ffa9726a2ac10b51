package bd.cleancare.platform.web;

import bd.cleancare.shared.Digits;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Text;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The members of a request body, JSON or form, read one by one. Everything that is wrong is collected in {@link #errors()}, so a
 * caller hears of all bad fields at once; unknown members are ignored. A reader answers null where the field is absent or bad:
 * call {@link #throwIfBad()} before using any of them.
 */
public final class RequestFields {

    private static final int LONGEST_PHONE = 40;

    private final Map<String, JsonNode> members;
    private final boolean form;
    private final FieldErrors errors = new FieldErrors();

    RequestFields(Map<String, JsonNode> members, boolean form) {
        this.members = members;
        this.form = form;
    }

    /** What somebody typed on an earlier page, to be read by the same rules. */
    public static RequestFields of(Map<String, String> typed) {
        var members = new LinkedHashMap<String, JsonNode>();
        typed.forEach((field, value) -> members.put(field, JsonNodeFactory.instance.stringNode(value)));
        return new RequestFields(members, true);
    }

    /** Whether the body names the field at all, even as null: what PATCH changes. */
    public boolean has(String field) {
        return members.containsKey(field);
    }

    /** A required line or paragraph, normalised; blank is missing. Length counts characters, not UTF-16 units. */
    public String text(String field, int longest) {
        String text = optionalText(field, longest);
        if (text == null && !errors.has(field)) {
            errors.add(field, isPresent(field) ? "field.blank" : "field.required");
        }
        return text;
    }

    /** As {@link #text}; absent, null and blank are null. */
    public String optionalText(String field, int longest) {
        String raw = raw(field);
        if (raw == null) {
            return null;
        }
        String text = Text.normalise(raw);
        if (Text.length(text) > longest) {
            errors.add(field, "field.too_long", longest);
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** A required number of a mobile phone, written in any of its forms; null where it is missing or none. */
    public PhoneNumber phone(String field) {
        String written = text(field, LONGEST_PHONE);
        PhoneNumber phone = PhoneNumber.parse(written).orElse(null);
        if (written != null && phone == null) {
            errors.add(field, "field.phone");
        }
        return phone;
    }

    /** A secret exactly as typed: neither trimmed nor normalised. */
    public String secret(String field, int longest) {
        String raw = raw(field);
        if (raw == null || raw.isEmpty()) {
            if (!errors.has(field)) {
                errors.add(field, raw == null ? "field.required" : "field.blank");
            }
            return null;
        }
        if (Text.length(raw) > longest) {
            errors.add(field, "field.too_long", longest);
            return null;
        }
        return raw;
    }

    /** A required word out of a fixed set. */
    public <T> T choice(String field, Function<String, Optional<T>> byWord) {
        String word = text(field, 100);
        return word == null ? null : choose(field, word, byWord);
    }

    /** As {@link #choice}; absent, null and blank are null. */
    public <T> T optionalChoice(String field, Function<String, Optional<T>> byWord) {
        String word = optionalText(field, 100);
        return word == null ? null : choose(field, word, byWord);
    }

    private <T> T choose(String field, String word, Function<String, Optional<T>> byWord) {
        return byWord.apply(word).orElseGet(() -> {
            errors.add(field, "field.invalid_choice", word);
            return null;
        });
    }

    /** A decimal number or numeric text, in digits of either script, within ±limit; absent, null and blank are null. */
    public BigDecimal optionalDecimal(String field, int limit) {
        String text = optionalText(field, 40);
        if (text == null) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(Digits.toAscii(text));
            // Comparing 1E+999999999 is cheap; scaling it, as the stored form would, is not.
            if (number.compareTo(BigDecimal.valueOf(limit)) > 0 || number.compareTo(BigDecimal.valueOf(-limit)) < 0 || number.scale() > 100) {
                errors.add(field, "field.out_of_range", -limit, limit);
                return null;
            }
            return number;
        } catch (NumberFormatException _) {
            errors.add(field, "field.not_a_number");
            return null;
        }
    }

    /** An optional list of texts; anything else is an error of the field. A form sends a list of one as a plain text. */
    public List<String> optionalTexts(String field, int most) {
        JsonNode node = members.get(field);
        if (node == null || node.isNull()) {
            return List.of();
        }
        if (form && node.isString()) {
            return List.of(Text.normalise(node.asString()));
        }
        boolean texts = node.isArray() && node.size() <= most && node.valueStream().allMatch(JsonNode::isString);
        if (!texts) {
            errors.add(field, "field.not_a_list", most);
            return List.of();
        }
        return node.valueStream().map(each -> Text.normalise(each.asString())).toList();
    }

    /** A whole number; absent and null are null. */
    public Integer optionalInteger(String field) {
        String text = optionalText(field, 12);
        try {
            return text == null ? null : Integer.valueOf(Digits.toAscii(text));
        } catch (NumberFormatException _) {
            errors.add(field, "field.not_a_number");
            return null;
        }
    }

    /** Yes or no as a JSON boolean, or as its word in a form or an older client; absent, null and blank are no. */
    public boolean yes(String field) {
        return Boolean.TRUE.equals(optionalYes(field));
    }

    /** As {@link #yes}; absent, null and blank are null. */
    public Boolean optionalYes(String field) {
        JsonNode node = members.get(field);
        if (node != null && node.isBoolean()) {
            return node.booleanValue();
        }
        String word = optionalText(field, 10);
        if (word == null) {
            return null;
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                errors.add(field, "field.not_yes_or_no");
                yield null;
            }
        };
    }

    /** Everything as it was typed, so that a page can show a refused form again. */
    public Map<String, String> typed() {
        var typed = new LinkedHashMap<String, String>();
        members.forEach((field, node) -> typed.put(field, node.isString() || node.isNumber() || node.isBoolean() ? node.asString() : ""));
        return typed;
    }

    public FieldErrors errors() {
        return errors;
    }

    /** @throws Problem 400 naming every bad field read so far */
    public void throwIfBad() {
        errors.throwIfAny();
    }

    private boolean isPresent(String field) {
        JsonNode node = members.get(field);
        return node != null && !node.isNull();
    }

    private String raw(String field) {
        if (!isPresent(field)) {
            return null;
        }
        JsonNode node = members.get(field);
        if (!node.isString() && !node.isNumber()) {
            errors.add(field, "field.not_text");
            return null;
        }
        String text = node.asString();
        if (text.indexOf('\0') >= 0) {
            errors.add(field, "field.nul");
            return null;
        }
        return text;
    }
}

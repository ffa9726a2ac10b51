package bd.cleancare.platform.pages;

import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form as a page shows it: what was typed, and what is wrong with it. */
public final class Form {

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<FieldErrors.Message>> errors = new LinkedHashMap<>();
    private FieldErrors.Message problem;

    private Form() {
    }

    public static Form empty() {
        return new Form();
    }

    /** What was typed, with the errors found so far. */
    public static Form of(RequestFields fields) {
        var form = new Form();
        form.values.putAll(fields.typed());
        form.errors.putAll(fields.errors().byField());
        return form;
    }

    public Form value(String field, Object value) {
        values.put(field, value == null ? "" : String.valueOf(value));
        return this;
    }

    /** Further errors, found by looking at more than one field. */
    public Form refused(FieldErrors more) {
        errors.putAll(more.byField());
        return this;
    }

    /** As {@link #of(RequestFields)}, after the front door refused: its field errors, or its one sentence above the form. */
    public static Form refused(RequestFields fields, Problem problem) {
        var form = of(fields);
        if (problem.fieldErrors() == null) {
            form.problem = new FieldErrors.Message("error." + problem.code(), problem.args());
        } else {
            form.errors.putAll(problem.fieldErrors().byField());
        }
        return form;
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean is(String field, String value) {
        return value.equals(values.get(field));
    }

    /** The first thing wrong with a field, or null. */
    public FieldErrors.Message error(String field) {
        var messages = errors.get(field);
        return messages == null || messages.isEmpty() ? null : messages.getFirst();
    }

    /** What is wrong with the form as a whole, or null. */
    public FieldErrors.Message problem() {
        return problem;
    }

    /** Every field with an error, in the order they were read. */
    public Map<String, List<FieldErrors.Message>> errors() {
        return errors;
    }

    public boolean bad() {
        return problem != null || !errors.isEmpty();
    }
}

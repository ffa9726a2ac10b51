package bd.cleancare.platform.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that is not a success, in one of the three shapes of the contract: {@code {"error"}} for refusals the guide words
 * itself, {@code {"detail"}} for the framework's own, and one member per field. {@link Errors} turns it into an answer, once.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    enum Shape { ERROR, DETAIL, FIELDS }

    private final Shape shape;
    private final int status;
    private final String code;
    private final transient Object[] args;
    private final String exactWords;
    private final transient FieldErrors fields;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private Duration retryAfter;

    private Problem(Shape shape, int status, String code, String exactWords, FieldErrors fields, Object... args) {
        super(code, null, false, false);
        this.shape = shape;
        this.status = status;
        this.code = code;
        this.exactWords = exactWords;
        this.fields = fields;
        this.args = args;
    }

    /**
     * A refusal whose words the guide fixes.
     *
     * @param code stable and machine-readable; {@code error.<code>} is its text in both languages
     */
    public static Problem error(int status, String code, String guideWords, Object... args) {
        return new Problem(Shape.ERROR, status, code, guideWords, null, args);
    }

    /** A refusal of our own: {@code {"detail": …}} in the caller's language, from the key {@code error.<code>}. */
    public static Problem detail(int status, String code, Object... args) {
        return new Problem(Shape.DETAIL, status, code, null, null, args);
    }

    /** As {@link #detail}, with words a client of the guide compares. */
    public static Problem detailExactly(int status, String code, String words) {
        return new Problem(Shape.DETAIL, status, code, words, null);
    }

    public static Problem fields(FieldErrors fields) {
        return new Problem(Shape.FIELDS, 400, "invalid", null, fields);
    }

    public static Problem notFound() {
        return detail(404, "not_found");
    }

    public static Problem throttled(Duration retryAfter) {
        Problem problem = detail(429, "throttled", Math.max(1, retryAfter.toSeconds()));
        problem.retryAfter = retryAfter;
        return problem;
    }

    /** When trying again makes sense, for the {@code Retry-After} header. */
    public Problem retryAfter(Duration wait) {
        retryAfter = wait;
        return this;
    }

    /** A further member of the body; clients of the guide ignore what they do not know. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    Shape shape() {
        return shape;
    }

    public Object[] args() {
        return args;
    }

    String exactWords() {
        return exactWords;
    }

    public FieldErrors fieldErrors() {
        return fields;
    }

    Map<String, Object> members() {
        return members;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}

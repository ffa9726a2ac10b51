package bd.cleancare.platform.pages;

import bd.cleancare.platform.web.Problem;
import java.util.Set;

/** Which words an error page has beside the sentence of the problem itself. */
public record ErrorWords(Problem problem) {

    private static final Set<Integer> TOLD_APART = Set.of(400, 403, 404, 409, 413, 429, 503);
    private static final Set<Integer> WITH_HINT = Set.of(404, 409, 413, 500, 503);

    public String title() {
        return "errorpage." + ("csrf".equals(problem.code()) ? "csrf" : kind()) + ".title";
    }

    /** What to do now, or null where the sentence says it. */
    public String hint() {
        return "csrf".equals(problem.code()) ? "errorpage.csrf.hint" : WITH_HINT.contains(kind()) ? "errorpage." + kind() + ".hint" : null;
    }

    private int kind() {
        int status = problem.status();
        return TOLD_APART.contains(status) ? status : status < 500 ? 400 : 500;
    }
}

package bd.cleancare.platform.web;

import bd.cleancare.platform.security.Access;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a request gets that failed before any handler: a refused URL, a broken header, a container error. */
@Controller
public class ErrorPage implements ErrorController {

    private static final String FORGED = ErrorPage.class.getName() + ".forged";

    private final ErrorAnswers answers;

    ErrorPage(ErrorAnswers answers) {
        this.answers = answers;
    }

    @Access(Access.Rule.ANYONE)
    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Problem problem = Problem.detail(status, switch (status) {
            case 400 -> "parse_error";
            case 401 -> "not_authenticated";
            case 403 -> request.getAttribute(FORGED) == null ? "forbidden" : "csrf";
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 413 -> "request_too_large";
            case 503 -> "unavailable";
            default -> status < 500 ? "parse_error" : "internal";
        }, request.getMethod());
        return answers.of(problem, request);
    }

    /** Refuses a form without a valid CSRF token: mostly a page that stood open for very long, so it says more than "forbidden". */
    public static void refuseForged(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(FORGED, Boolean.TRUE);
        response.sendError(403);
    }
}

package bd.cleancare.platform.web;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.security.Access;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a request gets that failed before any handler: a refused URL, a broken header, a container error. */
@RestController
class ErrorPage implements ErrorController {

    private final ErrorBodies bodies;

    ErrorPage(ErrorBodies bodies) {
        this.bodies = bodies;
    }

    @Access(Access.Rule.ANYONE)
    @RequestMapping("/error")
    ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Problem problem = Problem.detail(status, switch (status) {
            case 400 -> "parse_error";
            case 401 -> "not_authenticated";
            case 403 -> "forbidden";
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 413 -> "request_too_large";
            case 503 -> "unavailable";
            default -> status < 500 ? "parse_error" : "internal";
        }, request.getMethod());
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(bodies.body(problem, Language.of(request)));
    }
}

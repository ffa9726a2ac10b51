package bd.cleancare.platform.web;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.pages.LocalPath;
import bd.cleancare.platform.pages.Page;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;

/** The answer to a request that failed, in the form its sender reads: JSON for programs, a page for people. */
@Component
class ErrorAnswers {

    private static final String SIGN_IN = "/sign-in/";

    private final ErrorBodies bodies;
    private final FormPages forms;

    ErrorAnswers(ErrorBodies bodies, FormPages forms) {
        this.bodies = bodies;
        this.forms = forms;
    }

    /** A {@link ResponseEntity} or a {@link Page}. */
    Object of(Problem problem, HttpServletRequest request) {
        return of(problem, request, new HttpHeaders());
    }

    Object of(Problem problem, HttpServletRequest request, HttpHeaders headers) {
        if (problem.retryAfter() != null) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, problem.retryAfter().toSeconds())));
        }
        return isForPerson(request) ? page(problem, request, headers) : json(problem, request, headers);
    }

    private ResponseEntity<Object> json(Problem problem, HttpServletRequest request, HttpHeaders headers) {
        if (problem.status() == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"api\"");
        }
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new ResponseEntity<>(bodies.body(problem, Language.of(request)), headers, problem.status());
    }

    private Page page(Problem problem, HttpServletRequest request, HttpHeaders headers) {
        if (problem.status() == 401) {
            return Page.redirect(SIGN_IN + "?next=" + URLEncoder.encode(backTo(request), StandardCharsets.UTF_8)).warning("error." + problem.code());
        }
        var page = Page.of("platform/error").status(problem.status()).with("problem", problem);
        headers.forEach((name, values) -> values.forEach(value -> page.header(name, value)));
        return page;
    }

    /** Who typed an address without the slash at its end is sent on; programs hear that it is not there. */
    Object unknownPath(HttpServletRequest request) {
        String asked = address(request);
        boolean typed = "GET".equals(request.getMethod()) && isForPerson(request) && !asked.endsWith("/") && asked.indexOf('.', asked.lastIndexOf('/')) < 0;
        if (!typed) {
            return of(Problem.notFound(), request);
        }
        String query = request.getQueryString();
        return Page.redirect(LocalPath.orElse(query == null ? asked + "/" : asked + "/?" + query, "/"));
    }

    /** Where a form only goes to, its page stands; programs hear what is allowed. */
    Object wrongMethod(HttpRequestMethodNotSupportedException wrong, HttpServletRequest request) {
        if ("GET".equals(request.getMethod()) && isForPerson(request)) {
            Optional<String> page = forms.above(address(request));
            if (page.isPresent()) {
                return Page.redirect(page.get());
            }
        }
        var headers = new HttpHeaders();
        if (wrong.getSupportedHttpMethods() != null) {
            headers.setAllow(wrong.getSupportedHttpMethods());
        }
        return of(Problem.detail(405, "method_not_allowed", wrong.getMethod()), request, headers);
    }

    /** Where to go on after signing in; what a form had sent cannot be sent again from here. */
    private static String backTo(HttpServletRequest request) {
        String asked = address(request);
        String query = request.getQueryString();
        return "GET".equals(request.getMethod()) ? LocalPath.orElse(query == null ? asked : asked + "?" + query, "/") : "/";
    }

    private static boolean isForPerson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean wantsData = accept != null && accept.contains("json") && !accept.contains("text/html");
        return !wantsData && Stream.of("/api/", "/media/", "/sandbox/", "/actuator/", "/ws/").noneMatch((address(request) + "/")::startsWith);
    }

    private static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked ? asked : request.getRequestURI();
    }
}

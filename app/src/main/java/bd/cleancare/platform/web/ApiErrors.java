package bd.cleancare.platform.web;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.storage.StorageException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns every exception that reaches the edge of the API into one of the contract's error bodies. */
@RestControllerAdvice
class ApiErrors {

    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    private final ErrorBodies bodies;

    ApiErrors(ErrorBodies bodies) {
        this.bodies = bodies;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Problem problem, HttpServletRequest request) {
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_JSON);
        if (problem.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"api\"");
        }
        if (problem.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, problem.retryAfter().toSeconds())));
        }
        return answer.body(bodies.body(problem, Language.of(request)));
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<Map<String, Object>> unknownPath(HttpServletRequest request) {
        return refused(Problem.notFound(), request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> wrongMethod(HttpRequestMethodNotSupportedException wrong, HttpServletRequest request) {
        var answer = refused(Problem.detail(405, "method_not_allowed", wrong.getMethod()), request);
        var headers = new HttpHeaders();
        headers.putAll(answer.getHeaders());
        if (wrong.getSupportedHttpMethods() != null) {
            headers.setAllow(wrong.getSupportedHttpMethods());
        }
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    ResponseEntity<Map<String, Object>> wrongMediaType(HttpServletRequest request) {
        return refused(Problem.detail(415, "unsupported_media_type"), request);
    }

    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    ResponseEntity<Map<String, Object>> notAcceptable(HttpServletRequest request) {
        return refused(Problem.detail(406, "not_acceptable"), request);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<Map<String, Object>> tooLarge(HttpServletRequest request) {
        return refused(Problem.detail(413, "request_too_large"), request);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MultipartException.class})
    ResponseEntity<Map<String, Object>> unreadable(HttpServletRequest request) {
        return refused(Problem.detail(400, "parse_error"), request);
    }

    /** The database or the file store is away or overloaded: nothing was changed, and trying again later is right. */
    @ExceptionHandler({CannotCreateTransactionException.class, TransientDataAccessException.class, QueryTimeoutException.class,
            StorageException.class})
    ResponseEntity<Map<String, Object>> unavailable(Exception cause, HttpServletRequest request) {
        log.warn("Answered 503: {}", cause.toString());
        return refused(Problem.detail(503, "unavailable"), request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unexpected(Exception cause, HttpServletRequest request) {
        log.error("Unexpected failure of {} {}", request.getMethod(), request.getRequestURI(), cause);
        return refused(Problem.detail(500, "internal"), request);
    }
}

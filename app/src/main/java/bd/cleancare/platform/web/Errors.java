package bd.cleancare.platform.web;

import bd.cleancare.platform.storage.StorageException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns every exception that reaches the edge into an error body of the contract or an error page. */
@ControllerAdvice
class Errors {

    private static final Logger log = LoggerFactory.getLogger(Errors.class);

    private final ErrorAnswers answers;

    Errors(ErrorAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    Object refused(Problem problem, HttpServletRequest request) {
        return answers.of(problem, request);
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    Object unknownPath(HttpServletRequest request) {
        return answers.unknownPath(request);
    }

    @ExceptionHandler
    Object wrongMethod(HttpRequestMethodNotSupportedException wrong, HttpServletRequest request) {
        return answers.wrongMethod(wrong, request);
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    Object wrongMediaType(HttpServletRequest request) {
        return refused(Problem.detail(415, "unsupported_media_type"), request);
    }

    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    Object notAcceptable(HttpServletRequest request) {
        return refused(Problem.detail(406, "not_acceptable"), request);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object tooLarge(HttpServletRequest request) {
        return refused(Problem.detail(413, "request_too_large"), request);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, MultipartException.class})
    Object unreadable(HttpServletRequest request) {
        return refused(Problem.detail(400, "parse_error"), request);
    }

    /** The database or the file store is away or overloaded: nothing was changed, and trying again later is right. */
    @ExceptionHandler({CannotCreateTransactionException.class, TransientDataAccessException.class, DataAccessResourceFailureException.class,
            QueryTimeoutException.class, TransactionTimedOutException.class, StorageException.class})
    Object unavailable(Exception cause, HttpServletRequest request) {
        log.warn("Answered 503: {}", cause.toString());
        return refused(Problem.detail(503, "unavailable"), request);
    }

    /** The client hung up while we were answering: there is nobody left to tell. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void hungUp() {
    }

    @ExceptionHandler
    Object unexpected(Exception cause, HttpServletRequest request) {
        if (NestedExceptionUtils.getRootCause(cause) instanceof IOException && cause instanceof HttpMessageNotWritableException) {
            return null; // hung up in the middle of the answer
        }
        log.error("Unexpected failure of {} {}", request.getMethod(), request.getRequestURI(), cause);
        return refused(Problem.detail(500, "internal"), request);
    }
}

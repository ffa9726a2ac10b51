package bd.cleancare.media;

import bd.cleancare.platform.storage.BlobStore.Range;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * One stored JPEG as an HTTP answer (RFC 9110, sections 13 and 14). Spring's own range support would open the whole object and skip;
 * here the store is asked for the part, and not at all for HEAD, 304 and 416.
 */
record PhotoAnswer(HttpServletRequest request, String etag, long length, String fileName) {

    /** A photo never changes, but a right to see it may end: for a day and on the viewer's own device only. */
    private static final CacheControl CACHING = CacheControl.maxAge(Duration.ofDays(1)).cachePrivate().immutable();

    ResponseEntity<InputStreamResource> with(Function<Range, InputStream> content) {
        if (isKnown()) {
            return headers(HttpStatus.NOT_MODIFIED).build();
        }
        List<HttpRange> ranges = ranges();
        if (ranges.size() != 1) {
            // Several ranges at once help no browser with a photo, and answering the whole is allowed.
            return body(headers(HttpStatus.OK), new Range(0, length - 1), content);
        }
        HttpRange range = ranges.getFirst();
        long first = range.getRangeStart(length);
        long last = range.getRangeEnd(length);
        if (first > last) {
            return unsatisfiable();
        }
        var partial = headers(HttpStatus.PARTIAL_CONTENT).header(HttpHeaders.CONTENT_RANGE, "bytes " + first + "-" + last + "/" + length);
        return body(partial, new Range(first, last), content);
    }

    private boolean isKnown() {
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && Arrays.stream(known.split(",")).map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }

    private List<HttpRange> ranges() {
        String ifRange = request.getHeader(HttpHeaders.IF_RANGE);
        if (ifRange != null && !ifRange.equals(etag)) {
            return List.of();
        }
        try {
            return HttpRange.parseRanges(request.getHeader(HttpHeaders.RANGE));
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    private ResponseEntity<InputStreamResource> unsatisfiable() {
        return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                .header(HttpHeaders.CONTENT_RANGE, "bytes */" + length).header("X-Content-Type-Options", "nosniff").build();
    }

    private ResponseEntity<InputStreamResource> body(ResponseEntity.BodyBuilder answer, Range range, Function<Range, InputStream> content) {
        answer.contentType(MediaType.IMAGE_JPEG).contentLength(range.length());
        return request.getMethod().equals("HEAD") ? answer.build() : answer.body(new InputStreamResource(content.apply(range)));
    }

    private ResponseEntity.BodyBuilder headers(HttpStatus status) {
        return ResponseEntity.status(status).eTag(etag).cacheControl(CACHING)
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + fileName + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}

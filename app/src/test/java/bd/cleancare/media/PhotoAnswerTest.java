package bd.cleancare.media;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.platform.storage.BlobStore.Range;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

class PhotoAnswerTest {

    private static final byte[] PHOTO = "0123456789".getBytes();
    private static final String ETAG = "\"abc\"";

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/photo");
    private int opened;

    @Test
    void thePhotoComesWholeWithWhatKeepsItHarmless() throws IOException {
        var answer = answer();
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(body(answer)).isEqualTo("0123456789");
        HttpHeaders headers = answer.getHeaders();
        assertThat(headers.getFirst("Content-Type")).isEqualTo("image/jpeg");
        assertThat(headers.getFirst("Content-Length")).isEqualTo("10");
        assertThat(headers.getFirst("ETag")).isEqualTo(ETAG);
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Disposition")).isEqualTo("inline; filename=\"x.jpg\"");
        assertThat(headers.getFirst("Cache-Control")).contains("private").contains("max-age=86400");
        assertThat(headers.getFirst("Content-Security-Policy")).contains("sandbox");
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-3,0123,0-3", "bytes=4-,456789,4-9", "bytes=-2,89,8-9", "bytes=8-99,89,8-9", "bytes=-99,0123456789,0-9"})
    void aRangeComesAlone(String range, String content, String sent) throws IOException {
        request.addHeader("Range", range);
        var answer = answer();
        assertThat(answer.getStatusCode().value()).isEqualTo(206);
        assertThat(answer.getHeaders().getFirst("Content-Range")).isEqualTo("bytes " + sent + "/10");
        assertThat(body(answer)).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource({"bytes=10-", "bytes=99-100"})
    void aRangeBehindTheEndIs416(String range) {
        request.addHeader("Range", range);
        assertThat(answer().getStatusCode().value()).isEqualTo(416);
        assertThat(answer().getHeaders().getFirst("Content-Range")).isEqualTo("bytes */10");
        assertThat(opened).isZero();
    }

    @ParameterizedTest
    @CsvSource({"'bytes=0-1,3-4'", "pages=1-2", "bytes=x", "bytes=5-2", "nonsense"})
    void aRangeWeDoNotServeIsIgnored(String range) throws IOException {
        request.addHeader("Range", range);
        var answer = answer();
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(body(answer)).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"abc\"", "W/\"abc\"", "\"x\", \"abc\"", "*"})
    void whatIsKnownIsNotSentAgain(String known) {
        request.addHeader("If-None-Match", known);
        assertThat(answer().getStatusCode().value()).isEqualTo(304);
        assertThat(opened).isZero();
    }

    @Test
    void aRangeOfAnotherVersionBringsTheWhole() {
        request.addHeader("Range", "bytes=0-1");
        request.addHeader("If-Range", "\"other\"");
        assertThat(answer().getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void askingForTheHeadOpensNothing() {
        request.setMethod("HEAD");
        assertThat(answer().getHeaders().getContentLength()).isEqualTo(10);
        assertThat(opened).isZero();
    }

    private ResponseEntity<InputStreamResource> answer() {
        return new PhotoAnswer(request, ETAG, PHOTO.length, "x.jpg").with(this::open);
    }

    private ByteArrayInputStream open(Range range) {
        opened++;
        return new ByteArrayInputStream(Arrays.copyOfRange(PHOTO, (int) range.first(), (int) range.last() + 1));
    }

    private static String body(ResponseEntity<InputStreamResource> answer) throws IOException {
        return answer.getBody().getContentAsString(java.nio.charset.StandardCharsets.US_ASCII);
    }
}

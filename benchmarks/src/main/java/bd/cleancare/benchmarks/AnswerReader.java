package bd.cleancare.benchmarks;

import java.nio.charset.StandardCharsets;

/** Finds the end of an HTTP/1.1 answer in a growing buffer: by Content-Length, or by the last chunk. */
final class AnswerReader {

    private int headerEnd;
    private int length;
    private boolean chunked;
    private boolean closes;
    private int status;

    void reset() {
        headerEnd = 0;
        length = 0;
        chunked = false;
        closes = false;
        status = 0;
    }

    boolean isComplete(byte[] bytes, int count) {
        if (headerEnd == 0 && !readHeader(bytes, count)) {
            return false;
        }
        return chunked ? endsWithLastChunk(bytes, count) : count >= headerEnd + length;
    }

    int status() {
        return status;
    }

    boolean closes() {
        return closes;
    }

    private boolean readHeader(byte[] bytes, int count) {
        for (int i = 3; i < count; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                headerEnd = i + 1;
                parse(new String(bytes, 0, headerEnd, StandardCharsets.ISO_8859_1));
                return true;
            }
        }
        return false;
    }

    private void parse(String header) {
        status = Integer.parseInt(header, 9, 12, 10);
        String lower = header.toLowerCase(java.util.Locale.ROOT);
        chunked = lower.contains("\r\ntransfer-encoding: chunked");
        closes = lower.contains("\r\nconnection: close");
        int at = lower.indexOf("\r\ncontent-length:");
        if (at >= 0) {
            length = Integer.parseInt(lower.substring(at + 17, lower.indexOf("\r\n", at + 2)).strip());
        }
    }

    private boolean endsWithLastChunk(byte[] bytes, int count) {
        return count >= headerEnd + 5 && bytes[count - 5] == '0' && bytes[count - 4] == '\r' && bytes[count - 3] == '\n'
                && bytes[count - 2] == '\r' && bytes[count - 1] == '\n';
    }
}

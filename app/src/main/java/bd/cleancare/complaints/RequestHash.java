package bd.cleancare.complaints;

import bd.cleancare.media.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** The fingerprint of what a request asks, whatever its format, the order of its members or the Unicode form of its letters. */
final class RequestHash {

    private RequestHash() {
    }

    static byte[] of(ComplaintDraft draft, List<Upload> uploads) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            // The record prints every field; a length before each part would matter only if an attacker could gain from confusing himself.
            sha256.update(draft.toString().getBytes(StandardCharsets.UTF_8));
            for (Upload upload : uploads) {
                try (InputStream in = upload.content().getInputStream()) {
                    in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
                }
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean same(byte[] one, byte[] other) {
        return Arrays.equals(one, other);
    }
}

package bd.cleancare.platform.storage;

import java.util.regex.Pattern;

/** The one form of key every store takes; no segment starts with a dot, so none is {@code ..}. */
final class BlobKey {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*");

    private BlobKey() {
    }

    static String require(String key) {
        if (key.length() > 200 || !FORM.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key of a blob");
        }
        return key;
    }
}

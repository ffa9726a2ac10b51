package bd.cleancare.platform.pages;

import org.springframework.web.util.UriComponentsBuilder;

/** A path of this site that came from outside, such as {@code ?next=}: never an address somewhere else. */
public final class LocalPath {

    private LocalPath() {
    }

    /** The path when it stays on this site, otherwise the fallback. */
    public static String orElse(String path, String fallback) {
        return isLocal(path) ? path : fallback;
    }

    /** A query string as it came in, or nothing where its escapes are broken: what a page links to must be an address. */
    static String readableQuery(String query) {
        try {
            UriComponentsBuilder.fromPath("/").query(query).build(true);
            return query == null ? "" : query;
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    /** Browsers read {@code //host}, {@code /\host} and tabs or line ends in between as another site. */
    static boolean isLocal(String path) {
        return path != null && path.startsWith("/") && !path.startsWith("//") && path.chars().allMatch(c -> c > ' ' && c != '\\' && c != 127);
    }
}

package bd.cleancare.platform.pages;

/** A path of this site that came from outside, such as {@code ?next=}: never an address somewhere else. */
public final class LocalPath {

    private LocalPath() {
    }

    /** The path when it stays on this site, otherwise the fallback. */
    public static String orElse(String path, String fallback) {
        return isLocal(path) ? path : fallback;
    }

    /** Browsers read {@code //host}, {@code /\host} and tabs or line ends in between as another site. */
    static boolean isLocal(String path) {
        return path != null && path.startsWith("/") && !path.startsWith("//") && path.chars().allMatch(c -> c > ' ' && c != '\\' && c != 127);
    }
}

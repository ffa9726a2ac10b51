package bd.cleancare.platform.pages;

/** One of several things to choose from, as {@code ui/radios} shows it; hint and icon may be null. */
public record Choice(String value, String words, String hint, String icon) {

    public static Choice of(String value, String words) {
        return new Choice(value, words, null, null);
    }
}

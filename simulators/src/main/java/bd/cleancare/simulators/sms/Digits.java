package bd.cleancare.simulators.sms;

/** Bangla digits stand at U+09E6 to U+09EF in order. */
final class Digits {

    private Digits() {
    }

    static String toLatin(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        text.chars().map(c -> c >= '০' && c <= '৯' ? c - '০' + '0' : c).forEach(c -> latin.append((char) c));
        return latin.toString();
    }
}

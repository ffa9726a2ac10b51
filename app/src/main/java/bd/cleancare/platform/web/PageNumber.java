package bd.cleancare.platform.web;

import bd.cleancare.shared.Digits;

/** {@code ?page=N&page_size=M}: pages count from 1, 20 to a page, at most 100. */
public record PageNumber(long number, int size) {

    private static final int DEFAULT_SIZE = 20;
    private static final int LARGEST_SIZE = 100;

    /** @throws Problem 404 "Invalid page." for a number that is not positive; a nonsense size is the default */
    public static PageNumber of(String page, String pageSize) {
        return new PageNumber(page == null ? 1 : number(page), size(pageSize));
    }

    public long offset() {
        return (number - 1) * size;
    }

    static Problem invalid() {
        return Problem.detailExactly(404, "invalid_page", "Invalid page.");
    }

    private static long number(String page) {
        try {
            int number = Integer.parseInt(Digits.toAscii(page));
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException _) {
            // answered below, like any page that does not exist
        }
        throw invalid();
    }

    private static int size(String pageSize) {
        try {
            int size = pageSize == null ? DEFAULT_SIZE : Integer.parseInt(Digits.toAscii(pageSize));
            return size < 1 ? DEFAULT_SIZE : Math.min(size, LARGEST_SIZE);
        } catch (NumberFormatException _) {
            return DEFAULT_SIZE;
        }
    }
}

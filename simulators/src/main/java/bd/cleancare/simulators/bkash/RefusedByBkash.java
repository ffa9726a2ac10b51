package bd.cleancare.simulators.bkash;

/** A refusal that each surface (v1, v2, older) puts in its own words. */
final class RefusedByBkash extends Exception {

    private final Code code;

    RefusedByBkash(Code code) {
        super(code.name());
        this.code = code;
    }

    Code code() {
        return code;
    }
}

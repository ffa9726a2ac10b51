package bd.cleancare.media;

/** Somewhere deep in a file it turned out that it cannot be taken; never leaves {@link Darkroom}. */
class UnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final PhotoRefusal reason;

    UnusableException(PhotoRefusal reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    PhotoRefusal reason() {
        return reason;
    }
}

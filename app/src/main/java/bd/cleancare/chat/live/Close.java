package bd.cleancare.chat.live;

/** Why we end a connection; codes from 4000 are ours. */
public enum Close {
    /** RFC 6455: the node stops; come back, the other nodes go on. */
    RESTARTING(1012),
    /** The reader takes too long; come back and go on from the last number. */
    TOO_SLOW(1013),
    /** Too many frames, more often than told. */
    FLOODING(1008),
    SIGNED_OUT(4401),
    NO_LONGER_ALLOWED(4403);

    private final int code;

    Close(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}

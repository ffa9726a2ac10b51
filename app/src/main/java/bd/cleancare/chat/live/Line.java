package bd.cleancare.chat.live;

/** The way out to one connected person. */
public interface Line {

    /** Tells {@code done} once the frame is on its way, with whether it could be sent; on any thread, also on the caller's. */
    void send(String frame, Done done);

    /** Asks whether the other end is still there. */
    void ping();

    /** Ends the connection with a code of RFC 6455 or our own (see {@link Close}). */
    void close(Close why);

    @FunctionalInterface
    interface Done {

        void done(boolean sent);
    }
}

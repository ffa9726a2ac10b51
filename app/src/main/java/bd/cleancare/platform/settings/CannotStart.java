package bd.cleancare.platform.settings;

/** Something its operator can mend keeps this installation from starting; the message says what, never with a secret in it, and nobody is shown a stack trace. */
public class CannotStart extends IllegalStateException {

    public CannotStart(String message) {
        super(message);
    }
}

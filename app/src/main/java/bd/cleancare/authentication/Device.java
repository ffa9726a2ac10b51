package bd.cleancare.authentication;

import bd.cleancare.shared.Text;

/** What a session was opened with, so that its owner recognises it in the list. */
public record Device(String label) {

    private static final int LONGEST = 200;

    public Device {
        label = label.length() > LONGEST ? label.substring(0, LONGEST) : label;
    }

    /** @param userAgent the header as sent; may be null */
    public static Device of(String userAgent) {
        return new Device(userAgent == null ? "" : Text.normalise(userAgent.replaceAll("\\p{Cntrl}", "")));
    }
}

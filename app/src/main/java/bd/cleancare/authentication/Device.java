package bd.cleancare.authentication;

import bd.cleancare.shared.Text;
import java.util.Arrays;

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

    /** In words its owner knows, where it is one of the usual; else as it calls itself. */
    public String name() {
        String system = first("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux");
        String browser = first("Firefox", "Edg", "Chrome", "Safari");
        return (system + browser).isEmpty() ? label : (browser.replace("Edg", "Edge") + " " + system).strip();
    }

    private String first(String... words) {
        return Arrays.stream(words).filter(label::contains).findFirst().orElse("");
    }
}

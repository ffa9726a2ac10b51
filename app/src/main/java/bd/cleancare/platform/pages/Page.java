package bd.cleancare.platform.pages;

import bd.cleancare.platform.i18n.Language;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * What the controller of a page returns: a template {@code templates/<module>/<page>.jte} with its parameters, or a redirect. Every
 * template gets {@link Ui} as {@code ui} by itself.
 */
public final class Page {

    private final String template;
    private final String location;
    private final Map<String, Object> params = new LinkedHashMap<>();
    private final HttpHeaders headers = new HttpHeaders();
    private Flash flash;
    private Language language;
    private int status;

    private Page(String template, String location, int status) {
        this.template = template;
        this.location = location;
        this.status = status;
    }

    /** @param template the file under {@code templates}, without {@code .jte}: {@code complaints/mine} */
    public static Page of(String template) {
        return new Page(template, null, 200);
    }

    /**
     * Sends the browser on after a form was taken (303, so that reloading does not send the form again).
     *
     * @param path inside this site; anything that came from a request goes through {@link LocalPath} first
     */
    public static Page redirect(String path) {
        if (!LocalPath.isLocal(path)) {
            throw new IllegalArgumentException("not a path of this site: " + path);
        }
        return new Page(null, path, 303);
    }

    public Page with(String name, Object value) {
        params.put(name, value);
        return this;
    }

    public Page status(int code) {
        status = code;
        return this;
    }

    public Page header(String name, String value) {
        headers.add(name, value);
        return this;
    }

    public Page cookie(ResponseCookie cookie) {
        return header(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** In a fixed language instead of the reader's: only for pages kept on phones. */
    Page in(Language fixed) {
        language = fixed;
        return this;
    }

    /** A sentence the next page shows once, that something went well. */
    public Page flash(String key, Object... args) {
        flash = Flash.of(Flash.Kind.SUCCESS, key, args);
        return this;
    }

    /** A sentence the next page shows once, that something did not happen. */
    public Page warning(String key, Object... args) {
        flash = Flash.of(Flash.Kind.WARNING, key, args);
        return this;
    }

    String template() {
        return template;
    }

    String location() {
        return location;
    }

    Map<String, Object> params() {
        return params;
    }

    HttpHeaders headers() {
        return headers;
    }

    Flash flash() {
        return flash;
    }

    Language language() {
        return language;
    }

    int status() {
        return status;
    }
}

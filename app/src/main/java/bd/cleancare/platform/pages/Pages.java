package bd.cleancare.platform.pages;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.security.CurrentViewer;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Renders a {@link Page} whole before the first byte leaves, so that a failing template still becomes a proper error page. */
@Component
public class Pages {

    private static final String PACKAGE = "cleancare.templates";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);
    private final UiOfRequest uis;
    private final FlashCookie flashes;

    Pages(UiOfRequest uis, FlashCookie flashes) {
        this.uis = uis;
        this.flashes = flashes;
    }

    void write(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        page.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (page.flash() != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, flashes.of(request, page.flash()).toString());
        }
        if (page.location() != null) {
            redirect(page, request, response);
        } else {
            render(page, request, response);
        }
    }

    /** A page's template inside another one. */
    public Content part(Page page, Ui ui) {
        return output -> engine.render(page.template() + ".jte", params(page, ui), output);
    }

    private void redirect(Page page, HttpServletRequest request, HttpServletResponse response) {
        boolean htmx = request.getHeader("HX-Request") != null;
        // htmx would follow a redirect by itself and put the whole page into the part it asked for.
        response.setHeader(htmx ? "HX-Redirect" : HttpHeaders.LOCATION, page.location());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(htmx ? 204 : page.status());
    }

    private void render(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Ui ui = uis.of(request, page.language() == null ? Language.of(request) : page.language());
        var output = new Utf8ByteOutput();
        engine.render(page.template() + ".jte", params(page, ui), output);
        if (ui.flash() != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, flashes.cleared(request).toString());
        }
        boolean personal = CurrentViewer.of(request).isPresent() || page.status() >= 400;
        response.setHeader(HttpHeaders.CACHE_CONTROL, personal ? "no-store" : "private, no-cache");
        response.addHeader(HttpHeaders.VARY, "Cookie, HX-Request");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, ui.language().code());
        response.setStatus(page.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    private static Map<String, Object> params(Page page, Ui ui) {
        var params = new HashMap<>(page.params());
        params.put("ui", ui);
        return params;
    }
}

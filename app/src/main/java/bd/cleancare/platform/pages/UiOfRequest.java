package bd.cleancare.platform.pages;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.security.CurrentViewer;
import bd.cleancare.platform.settings.CitySettings;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the {@link Ui} of a request. */
@Component
class UiOfRequest {

    private final Messages messages;
    private final Assets assets;
    private final CitySettings city;
    private final FlashCookie flashes;
    private final Clock clock;
    private final Unread unread;
    private final ObjectProvider<NewTalk> newTalk;

    UiOfRequest(Messages messages, Assets assets, CitySettings city, FlashCookie flashes, Clock clock, Unread unread,
            ObjectProvider<NewTalk> newTalk) {
        this.messages = messages;
        this.assets = assets;
        this.city = city;
        this.flashes = flashes;
        this.clock = clock;
        this.unread = unread;
        this.newTalk = newTalk;
    }

    Ui of(HttpServletRequest request, Language language) {
        // Asking for the token sets its cookie: only pages with a form should.
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Optional<Viewer> viewer = CurrentViewer.of(request);
        return new Ui(new Texts(language, messages, clock), assets, city, viewer.orElse(null), flashes.read(request).orElse(null),
                new Ui.Place(path(request), query(request), Theme.of(request), request.getHeader("HX-Request") != null),
                () -> csrf == null ? "" : csrf.getToken(), unread::of, newTalkOf(viewer));
    }

    /** Looked up when first shown and once for a page. */
    private Supplier<Map<UUID, Long>> newTalkOf(Optional<Viewer> viewer) {
        var found = new HashMap<UUID, Long>();
        boolean[] looked = {viewer.isEmpty()};
        return () -> {
            if (!looked[0]) {
                looked[0] = true;
                newTalk.forEach(each -> lookUp(each, viewer.get(), found));
            }
            return found;
        };
    }

    /** An error page must not fail over a number in its menu. */
    private static void lookUp(NewTalk newTalk, Viewer viewer, Map<UUID, Long> found) {
        try {
            found.putAll(newTalk.of(viewer));
        } catch (DataAccessException _) {
            // shown without
        }
    }

    /** Error pages are rendered by a forward; people and the language link mean the address they asked for. */
    private static String path(HttpServletRequest request) {
        return LocalPath.orElse(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked ? asked : request.getRequestURI(), "/");
    }

    private static String query(HttpServletRequest request) {
        boolean readable = "GET".equals(request.getMethod()) && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null;
        return readable ? LocalPath.readableQuery(request.getQueryString()) : "";
    }
}

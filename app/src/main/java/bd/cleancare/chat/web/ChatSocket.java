package bd.cleancare.chat.web;

import bd.cleancare.chat.ChatLimits;
import bd.cleancare.chat.Room;
import bd.cleancare.chat.Rooms;
import bd.cleancare.chat.live.Hub;
import bd.cleancare.chat.live.Incoming;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.security.CurrentViewer;
import bd.cleancare.platform.security.SessionResolver;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.PublicUrl;
import bd.cleancare.shared.Digits;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The handshake of {@code /ws/chat/{room}/}: who comes, from which site and into which room is settled before there is a connection. */
@Hidden
@RestController
class ChatSocket {

    private final Rooms rooms;
    private final Hub hub;
    private final Incoming incoming;
    private final ChatLimits limits;
    private final SessionResolver sessions;
    private final PublicUrl publicUrl;

    ChatSocket(Rooms rooms, Hub hub, Incoming incoming, ChatLimits limits, SessionResolver sessions, PublicUrl publicUrl) {
        this.rooms = rooms;
        this.hub = hub;
        this.incoming = incoming;
        this.limits = limits;
        this.sessions = sessions;
        this.publicUrl = publicUrl;
    }

    /**
     * @param token the access token, for clients that cannot send a header; it is read here and said nowhere
     * @param after the number of the last message the client has: what it missed follows
     */
    @Access(Access.Rule.ANYONE)
    @GetMapping({"/ws/chat/{room}", "/ws/chat/{room}/"})
    void connect(@PathVariable String room, @RequestParam(required = false) String token, @RequestParam(required = false) String after,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        Viewer viewer = viewer(request, token);
        limits.takeJoin(viewer);
        Room entered = rooms.find(Ids.parse(room), viewer).orElseThrow(() -> Problem.detail(403, "chat_not_your_room"));
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            response.setHeader(HttpHeaders.UPGRADE, "websocket");
            throw Problem.detail(426, "chat_upgrade_required");
        }
        upgrade(new ChatConnection(entered, viewer, Language.of(request), seen(after), hub, incoming), request, response);
    }

    private Viewer viewer(HttpServletRequest request, String token) {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null && token != null) {
            return sessions.byAccessToken(token).orElseThrow(() -> Problem.detail(401, "token_not_valid"));
        }
        Viewer viewer = CurrentViewer.require(request);
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null && !isOurPage(request)) {
            // A cookie goes along wherever the page came from; only ours may use it.
            throw Problem.detail(403, "chat_foreign_page");
        }
        return viewer;
    }

    private boolean isOurPage(HttpServletRequest request) {
        return publicUrl.base(request).equalsIgnoreCase(request.getHeader(HttpHeaders.ORIGIN));
    }

    private static long seen(String after) {
        if (after == null) {
            return -1;
        }
        try {
            return Math.max(0, Long.parseLong(Digits.toAscii(after)));
        } catch (NumberFormatException _) {
            throw Problem.detail(400, "chat_bad_sequence");
        }
    }

    private static void upgrade(ChatConnection connection, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var container = (ServerContainer) request.getServletContext().getAttribute(ServerContainer.class.getName());
        try {
            container.upgradeHttpToWebSocket(request, response, connection.config(request.getRequestURI()), Map.of());
        } catch (DeploymentException e) {
            throw new IllegalStateException(e);
        }
    }
}

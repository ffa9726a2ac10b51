package bd.cleancare.authentication.web;

import bd.cleancare.authentication.SessionView;
import bd.cleancare.authentication.Sessions;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where I am logged in, and how to end it. */
@RestController
@RequestMapping("/api/auth")
class SessionApi {

    record Listed(List<SessionView> sessions) {
    }

    record Ended(int ended) {
    }

    private final Sessions sessions;
    private final Messages messages;

    SessionApi(Sessions sessions, Messages messages) {
        this.sessions = sessions;
        this.messages = messages;
    }

    @Summary("Log out here")
    @PostMapping("/logout")
    @Access(Access.Rule.SIGNED_IN)
    Said logout(Viewer viewer, HttpServletRequest request) {
        sessions.end(viewer);
        return new Said(messages.get(Language.of(request), "message.logged_out"));
    }

    @Summary("List where I am logged in")
    @GetMapping("/sessions")
    @Access(Access.Rule.SIGNED_IN)
    Listed list(Viewer viewer) {
        return new Listed(sessions.list(viewer));
    }

    /** Ends all of my sessions but this one. */
    @Summary("Log out everywhere else")
    @DeleteMapping("/sessions")
    @Access(Access.Rule.SIGNED_IN)
    Ended endOthers(Viewer viewer) {
        return new Ended(sessions.endOthers(viewer));
    }

    @Summary("Log out at one of the places where I am logged in")
    @DeleteMapping("/sessions/{id}")
    @Access(Access.Rule.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Viewer viewer, @PathVariable String id) {
        UUID session = Ids.parse(id);
        if (session == null || !sessions.end(viewer, session)) {
            throw Problem.notFound();
        }
    }
}

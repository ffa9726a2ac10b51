package bd.cleancare.authentication.web;

import bd.cleancare.authentication.Caller;
import bd.cleancare.authentication.Sessions;
import bd.cleancare.platform.pages.LocalPath;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.SessionCookie;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a browser gets once it is known who uses it: a session of pages, and the way on. */
@Component
class PageLogin {

    static final String HOME = "/complaints/";

    private final Sessions sessions;
    private final Users users;

    PageLogin(Sessions sessions, Users users) {
        this.sessions = sessions;
        this.users = users;
    }

    /** Who came without a name is asked for it first. */
    Page in(UUID userId, String next, HttpServletRequest request) {
        var session = sessions.openForPages(userId, Caller.of(request).device());
        Account account = users.byId(userId).orElseThrow();
        String way = LocalPath.orElse(next, HOME);
        return Page.redirect(account.name().isBlank() ? "/sign-up/name/?next=" + encoded(way) : way)
                .cookie(SessionCookie.of(request, session.cookie(), session.life())).cookie(CodeStep.cleared(request));
    }

    static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}

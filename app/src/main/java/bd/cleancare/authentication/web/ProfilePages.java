package bd.cleancare.authentication.web;

import bd.cleancare.authentication.Sessions;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.PersonalData;
import bd.cleancare.users.Profile;
import bd.cleancare.users.ProfileFields;
import bd.cleancare.users.Users;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** My account: what the city knows of me, where I am logged in, my data to take along. */
@Controller
class ProfilePages {

    private final Users users;
    private final Sessions sessions;
    private final PersonalData data;
    private final Confirmation confirmation;

    ProfilePages(Users users, Sessions sessions, PersonalData data, Confirmation confirmation) {
        this.users = users;
        this.sessions = sessions;
        this.data = data;
        this.confirmation = confirmation;
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping({"/profile/", "/me/"})
    Page profile(Viewer viewer) {
        return Page.of("authentication/profile").with("account", confirmation.account(viewer));
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/profile/edit/")
    Page editForm(Viewer viewer) {
        Account account = confirmation.account(viewer);
        return editPage(account, Form.empty().value("name", account.name()).value("email", account.email()).value("address", account.address())
                .value("ward_number", account.wardNumber()).value("language", account.language().code()));
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/profile/edit/")
    Page edit(Viewer viewer, RequestFields fields) {
        var read = new ProfileFields(fields);
        String name = read.name();
        String email = read.email();
        String address = read.address();
        String ward = fields.optionalText("ward_number", 10);
        Language language = fields.optionalChoice("language", ProfileFields::language);
        var nid = read.nid();
        try {
            fields.throwIfBad();
            Account saved = users.edit(viewer.id(), now -> new Profile(name, email, address, ward, language == null ? now.language() : language, nid));
            return Page.redirect("/profile/?lang=" + saved.language().code()).flash("profile.saved");
        } catch (Problem refused) {
            return editPage(confirmation.account(viewer), Form.refused(fields, refused)).status(422);
        }
    }

    private static Page editPage(Account account, Form form) {
        return Page.of("authentication/profile-edit").with("account", account).with("form", form);
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/profile/sessions/")
    Page sessions(Viewer viewer) {
        return Page.of("authentication/profile-sessions").with("sessions", sessions.list(viewer));
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/profile/sessions/end-others/")
    Page endOthers(Viewer viewer) {
        return Page.redirect("/profile/sessions/").flash("profile.sessions_ended", sessions.endOthers(viewer));
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/profile/sessions/{id}/end/")
    Page end(Viewer viewer, @PathVariable String id) {
        UUID session = Ids.parse(id);
        if (session == null || !sessions.end(viewer, session)) {
            throw Problem.notFound();
        }
        return Page.redirect("/profile/sessions/").flash("profile.session_ended");
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/profile/export/")
    ResponseEntity<Map<String, Object>> export(Viewer viewer) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"clean-care-data.json\"").body(data.of(viewer.id()));
    }
}

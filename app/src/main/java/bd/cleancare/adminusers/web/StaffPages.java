package bd.cleancare.adminusers.web;

import bd.cleancare.adminusers.Staff;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.PageNumber;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.Standing;
import bd.cleancare.users.Standings.Outcome;
import bd.cleancare.users.Users;
import bd.cleancare.wards.Ward;
import bd.cleancare.wards.Wards;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who works here, for super admins. */
@Controller
class StaffPages {

    private static final String STAFF = "/console/staff/";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SEARCH = 100;
    private static final int MOST_WARDS = 500;
    private static final int LATEST = 8;

    private final Staff staff;
    private final Users users;
    private final Wards wards;

    StaffPages(Staff staff, Users users, Wards wards) {
        this.staff = staff;
        this.users = users;
        this.wards = wards;
    }

    @Access(Access.Rule.SUPER_ADMINS)
    @GetMapping(STAFF)
    Page list(@RequestParam(required = false) String role, @RequestParam(required = false) String page) {
        Role only = Role.ofWord(role == null ? "" : role).filter(found -> found != Role.CITIZEN).orElse(null);
        return list(only, "", PageNumber.of(page, "50"));
    }

    /** A name or a number that is looked for stands in no address. */
    @Access(Access.Rule.SUPER_ADMINS)
    @PostMapping(STAFF)
    Page search(RequestFields fields) {
        String text = fields.optionalText("q", LONGEST_SEARCH);
        return list(null, text == null ? "" : text, PageNumber.of(null, "100"));
    }

    private Page list(Role role, String text, PageNumber page) {
        List<Account> found = users.everyStaff(role, text, page.size() + 1, page.offset());
        return Page.of("adminusers/staff").with("people", found.stream().limit(page.size()).toList()).with("more", text.isEmpty() && found.size() > page.size())
                .with("page", page.number()).with("role", role).with("text", text).with("changes", staff.latestChanges(LATEST));
    }

    @Access(Access.Rule.SUPER_ADMINS)
    @GetMapping(STAFF + "new/")
    Page empty() {
        return newcomer(Form.empty(), Set.of());
    }

    private Page newcomer(Form form, Set<String> chosen) {
        return Page.of("adminusers/new").with("form", form).with("wards", wards.all()).with("chosen", chosen);
    }

    @Access(Access.Rule.SUPER_ADMINS)
    @PostMapping(STAFF + "new/")
    Page add(RequestFields fields, Viewer viewer) {
        Set<String> chosen = chosen(fields, Set.of());
        try {
            PhoneNumber phone = fields.phone("phone");
            String name = fields.text("name", LONGEST_NAME);
            Role role = fields.choice("role", word -> Role.ofWord(word).filter(found -> found != Role.CITIZEN));
            fields.throwIfBad();
            return switch (staff.add(viewer, phone, name, new Standing(role, chosen, true))) {
                case Outcome.Changed(_, Account account) -> Page.redirect(path(account)).flash("staff.added");
                case Outcome.Overtaken _ -> throw Problem.fields(FieldErrors.of("phone", "staff.works_here"));
                case Outcome.NotAllowed _, Outcome.Unknown _ -> throw Problem.detail(403, "forbidden");
            };
        } catch (Problem refused) {
            return newcomer(Form.refused(fields, shown(refused)), chosen).status(422);
        }
    }

    @Access(Access.Rule.SUPER_ADMINS)
    @GetMapping(STAFF + "{id}/")
    Page one(@PathVariable String id) {
        Account account = found(id);
        return person(account, form(account), account.wardScope());
    }

    private static Form form(Account account) {
        return Form.empty().value("role", account.role().word()).value("seen", Standing.of(account).mark());
    }

    private Page person(Account account, Form form, Set<String> chosen) {
        List<Ward> onTheMap = wards.all();
        var gone = new TreeSet<>(account.wardScope());
        gone.removeAll(numbers(onTheMap));
        return Page.of("adminusers/person").with("person", account).with("form", form).with("wards", onTheMap).with("gone", gone).with("chosen", chosen)
                .with("changes", staff.changesOf(account));
    }

    @Access(Access.Rule.SUPER_ADMINS)
    @PostMapping(STAFF + "{id}/")
    Page change(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Account account = found(id);
        Set<String> chosen = chosen(fields, account.wardScope());
        try {
            Role role = fields.choice("role", Role::ofWord);
            fields.throwIfBad();
            return decide(account, fields, new Standing(role, chosen, account.active()), viewer, chosen);
        } catch (Problem refused) {
            return person(account, Form.refused(fields, shown(refused)), chosen).status(422);
        }
    }

    @Access(Access.Rule.SUPER_ADMINS)
    @PostMapping(STAFF + "{id}/{what:on|off}/")
    Page turn(@PathVariable String id, @PathVariable String what, RequestFields fields, Viewer viewer) {
        Account account = found(id);
        return decide(account, fields, new Standing(account.role(), account.wardScope(), "on".equals(what)), viewer, account.wardScope());
    }

    /** What somebody else changed meanwhile is shown beside what was chosen here; sent once more, it is decided upon that. */
    private Page decide(Account account, RequestFields fields, Standing to, Viewer viewer, Set<String> chosen) {
        Standing now = Standing.of(account);
        String seen = fields.optionalText("seen", 20_000);
        Outcome outcome = now.mark().equals(seen) ? staff.change(viewer, account.id(), now, to) : new Outcome.Overtaken();
        return switch (outcome) {
            case Outcome.Changed(_, Account changed) -> Page.redirect(path(changed)).flash("staff.saved");
            case Outcome.Overtaken _ -> {
                Account current = found(account.id().toString());
                yield person(current, Form.refused(fields, Problem.detail(409, "conflict")).value("role", to.role().word()).value("seen", Standing.of(current).mark()), chosen)
                        .status(409);
            }
            case Outcome.NotAllowed _ -> throw Problem.detail(403, "forbidden");
            case Outcome.Unknown _ -> throw Problem.notFound();
        };
    }

    private Account found(String id) {
        return staff.find(Ids.parse(id)).orElseThrow(Problem::notFound);
    }

    /** @param kept what may stay though it left the map: without it, a form that was only saved would give an admin of such a ward the whole city */
    private Set<String> chosen(RequestFields fields, Set<String> kept) {
        Set<String> known = numbers(wards.all());
        known.addAll(kept);
        return fields.optionalTexts("wards", MOST_WARDS).stream().filter(known::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> numbers(List<Ward> wards) {
        return wards.stream().map(Ward::number).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A form stays; that one may not decide at all is no matter of the form. */
    private static Problem shown(Problem refused) {
        if (refused.status() == 403 || refused.status() == 404) {
            throw refused;
        }
        return refused;
    }

    private static String path(Account account) {
        return STAFF + account.id() + "/";
    }
}

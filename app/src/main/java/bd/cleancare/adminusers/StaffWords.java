package bd.cleancare.adminusers;

import bd.cleancare.platform.pages.Choice;
import bd.cleancare.platform.pages.Ui;
import bd.cleancare.shared.Role;
import bd.cleancare.users.Standing;
import bd.cleancare.wards.Ward;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles, wards and what changed of them, as pages say it. */
public final class StaffWords {

    private StaffWords() {
    }

    public static String role(Ui ui, Role role) {
        return ui.text("role." + role.word());
    }

    public static String icon(Role role) {
        return switch (role) {
            case SUPER_ADMIN -> "shield";
            case ADMIN -> "user";
            case SERVICE_PROVIDER -> "broom";
            case CITIZEN -> "logout";
        };
    }

    /** Where an admin works; nothing for the others. */
    public static String wards(Ui ui, Role role, Set<String> wards) {
        if (role != Role.ADMIN) {
            return "";
        }
        return wards.isEmpty() ? ui.text("staff.whole_city")
                : ui.text("staff.wards_of", wards.stream().sorted(Ward.NUMERIC_ORDER).map(ui::digits).collect(Collectors.joining(", ")));
    }

    /** What there is to choose from, with what each of them may do. */
    public static List<Choice> roles(Ui ui, boolean withNone) {
        var choices = new ArrayList<Choice>();
        for (Role role : List.of(Role.SERVICE_PROVIDER, Role.ADMIN, Role.SUPER_ADMIN)) {
            choices.add(new Choice(role.word(), role(ui, role), ui.text("role." + role.word() + ".hint"), icon(role)));
        }
        if (withNone) {
            choices.add(new Choice(Role.CITIZEN.word(), ui.text("staff.none"), ui.text("staff.none.hint"), icon(Role.CITIZEN)));
        }
        return choices;
    }

    /** The decision in one line. */
    public static String of(Ui ui, StaffChange change) {
        Standing before = change.before();
        Standing after = change.after();
        if (before.active() != after.active()) {
            return ui.text(after.active() ? "staff.change.on" : "staff.change.off");
        }
        if (after.role() == Role.CITIZEN) {
            return ui.text("staff.change.left", role(ui, before.role()));
        }
        String what = role(ui, after.role()) + (after.role() == Role.ADMIN ? ", " + wards(ui, after.role(), after.wards()) : "");
        return ui.text(before.role() == Role.CITIZEN ? "staff.change.began" : "staff.change.now", what);
    }

    public static String icon(StaffChange change) {
        return change.before().active() == change.after().active() ? icon(change.after().role()) : change.after().active() ? "check-circle" : "lock";
    }
}

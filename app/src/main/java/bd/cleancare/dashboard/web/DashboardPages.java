package bd.cleancare.dashboard.web;

import bd.cleancare.dashboard.Dashboard;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The city on one page. An open page asks for its numbers again every few seconds; without a script it is as of when it was opened. */
@Controller
class DashboardPages {

    private final Dashboard dashboard;
    private final WardDrawing wards;

    DashboardPages(Dashboard dashboard, WardDrawing wards) {
        this.dashboard = dashboard;
        this.wards = wards;
    }

    @Access(Access.Rule.SUPER_ADMINS)
    @GetMapping("/dashboard/")
    Page show(@RequestHeader(name = "HX-Request", required = false) String fromScript) {
        return Page.of(fromScript == null ? "dashboard/page" : "dashboard/numbers").with("city", dashboard.picture()).with("map", wards.now());
    }
}

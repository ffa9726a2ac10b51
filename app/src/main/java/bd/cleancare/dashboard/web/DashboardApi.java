package bd.cleancare.dashboard.web;

import bd.cleancare.dashboard.CityPicture.Recent;
import bd.cleancare.dashboard.Dashboard;
import bd.cleancare.dashboard.Financial;
import bd.cleancare.dashboard.Kpi;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Viewer;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The guide's three endpoints. It words the refusal itself, so the rule of access stands in the handlers. */
@RestController
@RequestMapping("/api/dashboard")
class DashboardApi {

    record RecentComplaints(List<Recent> complaints) {
    }

    record Money(BigDecimal totalRevenue, BigDecimal pendingAmount, BigDecimal monthlyRevenue, String currency) {
    }

    private final Dashboard dashboard;

    DashboardApi(Dashboard dashboard) {
        this.dashboard = dashboard;
    }

    @Summary("Read the figures of the whole city")
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/kpi")
    Kpi kpi(Viewer viewer) {
        superAdminsOnly(viewer);
        return dashboard.kpi();
    }

    @Summary("List the complaints of the last hour")
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/recent-complaints")
    RecentComplaints recentComplaints(Viewer viewer) {
        superAdminsOnly(viewer);
        return new RecentComplaints(dashboard.recent());
    }

    @Summary("Read the city's income")
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/financial")
    Money financial(Viewer viewer) {
        superAdminsOnly(viewer);
        Financial money = dashboard.financial();
        return new Money(money.total().decimal(), money.pending().decimal(), money.month().decimal(), "BDT");
    }

    private static void superAdminsOnly(Viewer viewer) {
        if (!viewer.isSuperAdmin()) {
            throw Problem.error(403, "super_admins_only", "Unauthorized");
        }
    }
}

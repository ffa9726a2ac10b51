package bd.cleancare.payments.web;

import bd.cleancare.payments.Reconciliation;
import bd.cleancare.payments.ReconciliationStore;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Comparing a day with a gateway's statement, and the list of what differs. */
@RestController
@RequestMapping("/api/payments/reconciliation")
class ReconciliationApi {

    private final Reconciliation reconciliation;
    private final ReconciliationStore worklist;
    private final ReconciliationReport report;
    private final ReconciledDays days;

    ReconciliationApi(Reconciliation reconciliation, ReconciliationStore worklist, ReconciliationReport report, ReconciledDays days) {
        this.reconciliation = reconciliation;
        this.worklist = worklist;
        this.report = report;
        this.days = days;
    }

    /** The statement file itself is the body. */
    @Summary("Compare a day with a gateway's statement")
    @PostMapping(path = "/{gateway}/{day}", consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE})
    @Access(Access.Rule.SUPER_ADMINS)
    Map<String, Object> run(@PathVariable String gateway, @PathVariable String day, @RequestBody String csv, Viewer viewer) {
        LocalDate date = days.day(day);
        Reconciliation.Result result = reconciliation.run(days.gateway(gateway), date, csv, viewer);
        if (!result.badRows().isEmpty()) {
            throw Problem.fields(FieldErrors.of("statement", "field.statement_rows", String.join(", ", result.badRows())));
        }
        return Map.of("matched", result.matched(), "statement_net", result.statementNet().plain(), "booked", result.booked().plain(),
                "difference", result.booked().minus(result.statementNet()).plain(), "items", worklist.items(gateway, date));
    }

    @Summary("List the differences that are not resolved yet")
    @GetMapping("/items")
    @Access(Access.Rule.SUPER_ADMINS)
    Map<String, Object> open() {
        return Map.of("items", worklist.items(null, null));
    }

    @Summary("Write down how a difference was resolved")
    @PostMapping("/items/{id}/resolve")
    @Access(Access.Rule.SUPER_ADMINS)
    @Fields(required = "resolution")
    Map<String, Object> resolve(@PathVariable String id, RequestFields fields, Viewer viewer) {
        String resolution = fields.text("resolution", 500);
        fields.throwIfBad();
        if (Ids.parse(id) == null || !worklist.resolve(Ids.parse(id), resolution, viewer)) {
            throw Problem.notFound();
        }
        return Map.of("id", id, "resolution", resolution);
    }

    /** {@code ?language=bn} heads the columns in Bangla. */
    @Summary("Fetch the comparison of a day as CSV")
    @GetMapping(path = "/{gateway}/{day}", produces = "text/csv;charset=UTF-8")
    @Access(Access.Rule.SUPER_ADMINS)
    ResponseEntity<String> report(@PathVariable String gateway, @PathVariable String day, @RequestParam(defaultValue = "en") String language) {
        return report.of(days.gateway(gateway), days.day(day), language.equals("bn") ? Language.BANGLA : Language.ENGLISH);
    }
}

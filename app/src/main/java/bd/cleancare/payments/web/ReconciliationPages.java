package bd.cleancare.payments.web;

import bd.cleancare.payments.Reconciliation;
import bd.cleancare.payments.ReconciliationStore;
import bd.cleancare.payments.StatementSource;
import bd.cleancare.payments.Worklist;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.LocalPath;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The reconciliation desk: compare a day with a gateway's statement, and work off what differs. */
@Controller
class ReconciliationPages {

    private static final String DESK = PaymentDeskPages.PAYMENTS + "reconciliation/";
    private static final String DAY = DESK + "{gateway}/{day}/";
    private static final int ROWS_NAMED = 20;

    private final Reconciliation reconciliation;
    private final ReconciliationStore store;
    private final Worklist worklist;
    private final ReconciliationReport report;
    private final ReconciledDays days;
    private final ObjectProvider<StatementSource> sources;

    ReconciliationPages(Reconciliation reconciliation, ReconciliationStore store, Worklist worklist, ReconciliationReport report, ReconciledDays days,
            ObjectProvider<StatementSource> sources) {
        this.reconciliation = reconciliation;
        this.store = store;
        this.worklist = worklist;
        this.report = report;
        this.days = days;
        this.sources = sources;
    }

    /** With a gateway and a day chosen it leads to that day, unless that is still to come. */
    @GetMapping(DESK)
    @Access(Access.Rule.SUPER_ADMINS)
    Page desk(@RequestParam(required = false) String gateway, @RequestParam(required = false) String day) {
        Form form = Form.empty().value("gateway", gateway).value("day", day);
        Optional<LocalDate> date = day == null ? Optional.empty() : ReconciledDays.read(day);
        if (date.filter(days::isToCome).isPresent()) {
            form.refused(ReconciledDays.toCome());
        } else if (date.isPresent() && days.gateways().contains(gateway)) {
            return Page.redirect(DESK + gateway + "/" + date.get() + "/");
        }
        return Page.of("payments/reconciliation").status(form.bad() ? 422 : 200).with("runs", worklist.runs()).with("items", worklist.open())
                .with("gateways", days.gateways()).with("form", form);
    }

    @GetMapping(DAY)
    @Access(Access.Rule.SUPER_ADMINS)
    Page day(@PathVariable String gateway, @PathVariable String day) {
        if (ReconciledDays.read(day).filter(days::isToCome).isPresent()) {
            return Page.redirect(DESK + "?gateway=" + days.gateway(gateway) + "&day=" + day);
        }
        return page(days.gateway(gateway), days.day(day), Form.empty());
    }

    private Page page(String gateway, LocalDate day, Form form) {
        return Page.of("payments/reconciliation-day").with("gateway", gateway).with("day", day).with("run", worklist.run(gateway, day).orElse(null))
                .with("items", worklist.of(gateway, day)).with("fetches", sources.stream().findAny().isPresent()).with("form", form)
                .with("unfinished", days.isUnfinished(day));
    }

    @PostMapping(DAY)
    @Access(Access.Rule.SUPER_ADMINS)
    Page upload(@PathVariable String gateway, @PathVariable String day, @RequestParam(name = "statement", required = false) MultipartFile file, Viewer viewer) throws IOException {
        if (file == null || file.isEmpty()) {
            return page(days.gateway(gateway), days.day(day), Form.empty().refused(FieldErrors.of("statement", "field.required"))).status(422);
        }
        return compare(days.gateway(gateway), days.day(day), new String(file.getBytes(), StandardCharsets.UTF_8), viewer);
    }

    @PostMapping(DAY + "fetch/")
    @Access(Access.Rule.SUPER_ADMINS)
    Page fetch(@PathVariable String gateway, @PathVariable String day, Viewer viewer) {
        LocalDate date = days.day(day);
        Optional<String> statement = sources.stream().map(source -> source.statement(days.gateway(gateway), date)).flatMap(Optional::stream).findFirst();
        return statement.isPresent() ? compare(gateway, date, statement.get(), viewer) : Page.redirect(DESK + gateway + "/" + date + "/").warning("payments.reconcile.not_fetched");
    }

    private Page compare(String gateway, LocalDate day, String csv, Viewer viewer) {
        Reconciliation.Result result = reconciliation.run(gateway, day, csv, viewer);
        if (!result.badRows().isEmpty()) {
            String rows = String.join(", ", result.badRows().subList(0, Math.min(ROWS_NAMED, result.badRows().size())));
            return page(gateway, day, Form.empty().refused(FieldErrors.of("statement", "field.statement_rows", rows))).status(422);
        }
        return Page.redirect(DESK + gateway + "/" + day + "/").flash("payments.reconcile.done", result.matched());
    }

    @PostMapping(DESK + "items/{id}/resolve/")
    @Access(Access.Rule.SUPER_ADMINS)
    Page resolve(@PathVariable String id, RequestFields fields, Viewer viewer) {
        String back = LocalPath.orElse(fields.optionalText("back", 200), DESK);
        String resolution = fields.optionalText("resolution", 500);
        if (resolution == null) {
            return Page.redirect(back).warning("payments.reconcile.note_missing");
        }
        boolean done = Ids.parse(id) != null && store.resolve(Ids.parse(id), resolution, viewer);
        return done ? Page.redirect(back).flash("payments.reconcile.resolved") : Page.redirect(back).warning("payments.reconcile.resolved_before");
    }

    /** {@code ?language=bn} heads the columns in Bangla. */
    @GetMapping(path = DAY + "report.csv", produces = "text/csv;charset=UTF-8")
    @Access(Access.Rule.SUPER_ADMINS)
    ResponseEntity<String> csv(@PathVariable String gateway, @PathVariable String day, @RequestParam(defaultValue = "en") String language) {
        return report.of(days.gateway(gateway), days.day(day), language.equals("bn") ? Language.BANGLA : Language.ENGLISH);
    }
}

package bd.cleancare.payments.web;

import bd.cleancare.payments.ReconciliationStore;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The differences of a day as a file for a spreadsheet. */
@Component
class ReconciliationReport {

    private static final List<String> COLUMNS = List.of("gateway", "day", "kind", "trx_id", "invoice", "statement_amount", "our_amount", "resolution");

    private final ReconciliationStore worklist;
    private final Messages messages;

    ReconciliationReport(ReconciliationStore worklist, Messages messages) {
        this.worklist = worklist;
        this.messages = messages;
    }

    ResponseEntity<String> of(String gateway, LocalDate day, Language heads) {
        String head = COLUMNS.stream().map(column -> messages.get(heads, "reconciliation." + column)).collect(Collectors.joining(","));
        String rows = worklist.items(gateway, day).stream().map(item -> COLUMNS.stream().map(column -> cell(item.get(column))).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(gateway + "-" + day + ".csv").build().toString())
                .body("\ufeff" + head + "\n" + rows + "\n");
    }

    /** Quoted, and never a formula when a spreadsheet opens it. */
    static String cell(Object value) {
        String text = value == null ? "" : value.toString();
        return "\"" + (text.matches("(?s)^[=+@\\t\\r-].*") ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}

package bd.cleancare.payments.web;

import bd.cleancare.payments.Worklist;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.shared.CityTime;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The differences of a day as a file for a spreadsheet. */
@Component
class ReconciliationReport {

    private static final List<String> COLUMNS = List.of("gateway", "day", "kind", "trx_id", "invoice", "statement_amount", "our_amount", "resolution", "resolved_by", "resolved_at");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(CityTime.ZONE);

    private final Worklist worklist;
    private final Messages messages;

    ReconciliationReport(Worklist worklist, Messages messages) {
        this.worklist = worklist;
        this.messages = messages;
    }

    ResponseEntity<String> of(String gateway, LocalDate day, Language language) {
        String head = COLUMNS.stream().map(column -> messages.get(language, "reconciliation." + column)).collect(Collectors.joining(","));
        String rows = worklist.of(gateway, day).stream().map(item -> row(item, language)).collect(Collectors.joining("\n"));
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(gateway + "-" + day + ".csv").build().toString())
                .body("\ufeff" + head + "\n" + rows + "\n");
    }

    /** What people read is in their language; amounts and times are as spreadsheets reckon with them. */
    private String row(Worklist.Item item, Language language) {
        return Stream.of(messages.get(language, "payments.gateway." + item.gateway()), item.day(), messages.get(language, "reconciliation.kind." + item.kind()), item.trxId(), item.invoice(),
                item.statement(), item.ours(), item.resolution(), item.resolvedBy(), item.resolvedAt() == null ? null : TIME.format(item.resolvedAt()))
                .map(ReconciliationReport::cell).collect(Collectors.joining(","));
    }

    /** Quoted, and never a formula when a spreadsheet opens it. */
    static String cell(Object value) {
        String text = value == null ? "" : value.toString();
        return "\"" + (text.matches("(?s)^[=+@\\t\\r-].*") ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}

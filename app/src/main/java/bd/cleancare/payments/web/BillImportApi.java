package bd.cleancare.payments.web;

import bd.cleancare.payments.BillImport;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Summary;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Bills from the tax office's file. */
@RestController
class BillImportApi {

    private final BillImport bills;
    private final Messages messages;

    BillImportApi(BillImport bills, Messages messages) {
        this.bills = bills;
        this.messages = messages;
    }

    /** The file itself is the body; rows that are wrong are listed and the others go in. */
    @Summary("Import bills from the tax office's CSV file")
    @PostMapping(path = "/api/payments/bills/import", consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE})
    @Access(Access.Rule.SUPER_ADMINS)
    Map<String, Object> run(@RequestBody String csv, HttpServletRequest request) {
        BillImport.Result result = bills.run(csv);
        return Map.of("created", result.created(), "changed", result.changed(), "unchanged", result.unchanged(), "errors", result.errors().stream()
                .map(bad -> Map.of("row", bad.row(), "column", bad.column(), "message", messages.get(Language.of(request), bad.error()))).toList());
    }
}

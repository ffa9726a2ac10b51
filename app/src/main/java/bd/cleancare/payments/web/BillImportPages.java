package bd.cleancare.payments.web;

import bd.cleancare.payments.BillImport;
import bd.cleancare.payments.BillImports;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Text;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The tax office's file of bills: brought, watched, and what was wrong with which row. */
@Controller
class BillImportPages {

    private static final String IMPORTS = PaymentDeskPages.PAYMENTS + "import/";
    private static final int LARGEST_FILE = 20 * 1024 * 1024;
    private static final int LONGEST_NAME = 100;

    private final BillImports imports;
    private final Messages messages;

    BillImportPages(BillImports imports, Messages messages) {
        this.imports = imports;
        this.messages = messages;
    }

    @GetMapping(IMPORTS)
    @Access(Access.Rule.SUPER_ADMINS)
    Page list() {
        return page(Form.empty());
    }

    private Page page(Form form) {
        return Page.of("payments/imports").with("imports", imports.latest()).with("form", form).with("columns", BillImport.HEADER);
    }

    @PostMapping(IMPORTS)
    @Access(Access.Rule.SUPER_ADMINS)
    Page start(@RequestParam(name = "file", required = false) MultipartFile file, Viewer viewer) throws IOException {
        if (file == null || file.isEmpty()) {
            return page(Form.empty().refused(FieldErrors.of("file", "field.required"))).status(422);
        }
        if (file.getSize() > LARGEST_FILE) {
            throw Problem.detail(413, "request_too_large");
        }
        Optional<UUID> begun = imports.start(name(file), new String(file.getBytes(), StandardCharsets.UTF_8), viewer);
        return begun.isPresent() ? Page.redirect(IMPORTS + begun.get() + "/")
                : page(Form.empty().refused(FieldErrors.of("file", "bill.import.header"))).status(422);
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename() == null ? "" : Text.normalise(file.getOriginalFilename().replace("\0", "").replaceAll(".*[/\\\\]", ""));
        return name.isBlank() ? "bills.csv" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    @GetMapping(IMPORTS + "{id}/")
    @Access(Access.Rule.SUPER_ADMINS)
    Page one(@PathVariable String id) {
        BillImports.Progress progress = found(id);
        return Page.of("payments/import").with("job", progress).with("errors", imports.errors(progress.id(), false));
    }

    /** Row by row, so that the office can mend its file. */
    @GetMapping(path = IMPORTS + "{id}/errors.csv", produces = "text/csv;charset=UTF-8")
    @Access(Access.Rule.SUPER_ADMINS)
    ResponseEntity<String> errors(@PathVariable String id, HttpServletRequest request) {
        Language language = Language.of(request);
        String rows = imports.errors(found(id).id(), true).stream()
                .map(bad -> bad.row() + "," + ReconciliationReport.cell(bad.column()) + "," + ReconciliationReport.cell(messages.get(language, bad.error()))).collect(Collectors.joining("\n"));
        return file("errors.csv", messages.get(language, "payments.import.error_columns") + "\n" + rows + "\n");
    }

    /** A file with the right heading and one row to see how it goes. */
    @GetMapping(path = IMPORTS + "sample.csv", produces = "text/csv;charset=UTF-8")
    @Access(Access.Rule.SUPER_ADMINS)
    ResponseEntity<String> sample() {
        return file("bills.csv", BillImport.HEADER + "\nW06-1024,হোল্ডিং মালিক,,6,\"রোড ৪, ব্লক খ\",HT-2026-001024,holding-tax,2026-27,2400.00,2026-12-31\n");
    }

    private static ResponseEntity<String> file(String name, String content) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body("\ufeff" + content);
    }

    private BillImports.Progress found(String id) {
        return imports.find(Ids.parse(id)).orElseThrow(Problem::notFound);
    }
}

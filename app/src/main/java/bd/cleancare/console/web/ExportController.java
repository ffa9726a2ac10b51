package bd.cleancare.console.web;

import bd.cleancare.console.ComplaintExport;
import bd.cleancare.console.ComplaintExport.Format;
import bd.cleancare.console.QueueView;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.security.Access;
import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What is filtered, as a file. */
@Controller
class ExportController {

    private final ComplaintExport export;
    private final Clock clock;

    ExportController(ComplaintExport export, Clock clock) {
        this.export = export;
        this.clock = clock;
    }

    @Access(Access.Rule.ADMINS)
    @GetMapping("/console/export.csv")
    void csv(HttpServletRequest request, HttpServletResponse response, Viewer viewer) throws IOException {
        write(Format.CSV, "csv", "text/csv;charset=UTF-8", request, response, viewer);
    }

    @Access(Access.Rule.ADMINS)
    @GetMapping("/console/export.xlsx")
    void xlsx(HttpServletRequest request, HttpServletResponse response, Viewer viewer) throws IOException {
        write(Format.XLSX, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", request, response, viewer);
    }

    private void write(Format format, String extension, String type, HttpServletRequest request, HttpServletResponse response, Viewer viewer) throws IOException {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"complaints-" + LocalDate.now(clock.withZone(CityTime.ZONE)) + "." + extension + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        export.write(QueueView.of(request::getParameter).filter(viewer), format, Language.of(request), viewer, response.getOutputStream());
    }
}

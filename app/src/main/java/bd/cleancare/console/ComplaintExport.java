package bd.cleancare.console;

import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintQueue;
import bd.cleancare.complaints.QueueFilter;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Viewer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Everything that matches as a table, written as it is read: memory does not grow with the number of rows. */
@Component
public class ComplaintExport {

    public enum Format { CSV, XLSX }

    /** No names of people: a file travels. */
    private static final List<String> COLUMNS = List.of("number", "title", "category", "priority", "status", "ward", "location", "latitude", "longitude",
            "assignee", "created", "updated", "resolved");

    /** As spreadsheets read it, in the city's time. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(CityTime.ZONE);

    private final ComplaintQueue queue;
    private final Messages messages;

    ComplaintExport(ComplaintQueue queue, Messages messages) {
        this.queue = queue;
        this.messages = messages;
    }

    public void write(QueueFilter filter, Format format, Language language, Viewer viewer, OutputStream out) throws IOException {
        try (Table table = format == Format.CSV ? new CsvTable(out) : new XlsxTable(out)) {
            table.row(COLUMNS.stream().map(column -> messages.get(language, "console.export." + column)).toList());
            queue.each(filter, viewer, complaint -> {
                try {
                    table.row(cells(complaint, language));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private List<String> cells(Complaint complaint, Language language) {
        return Stream.of(complaint.trackingNumber(), complaint.title(), messages.get(language, Labels.key(complaint.category())),
                messages.get(language, Labels.key(complaint.priority())), messages.get(language, Labels.key(complaint.status())), complaint.wardNumber(),
                complaint.location(), complaint.latitude(), complaint.longitude(), complaint.assignedToName(), time(complaint.createdAt()),
                time(complaint.updatedAt()), time(complaint.resolvedAt())).map(cell -> cell == null ? "" : cell).toList();
    }

    private static String time(Instant at) {
        return at == null ? null : TIME.format(at);
    }
}

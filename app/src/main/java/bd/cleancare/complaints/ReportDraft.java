package bd.cleancare.complaints;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A report as far as somebody has written it.
 *
 * @param id null while nothing was written
 * @param fields as typed, by the names of the contract
 */
public record ReportDraft(UUID id, Map<String, String> fields, List<Photo> photos) {

    public static final ReportDraft EMPTY = new ReportDraft(null, Map.of(), List.of());

    public record Photo(UUID id, String name, int size) {
    }

    /** Records print themselves into logs: never what somebody wrote. */
    @Override
    public String toString() {
        return "ReportDraft[" + id + "]";
    }
}

package bd.cleancare.complaints;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A row of the history that is about to be written; its place in the sequence is the version the change leads to. */
record HistoryEntry(HistoryKind kind, UUID actor, ComplaintStatus from, ComplaintStatus to, Remark remark, Map<String, Object> details) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static HistoryEntry statusMove(HistoryKind kind, UUID actor, ComplaintStatus from, ComplaintStatus to, Remark remark) {
        return new HistoryEntry(kind, actor, from, to, remark, null);
    }

    static HistoryEntry of(HistoryKind kind, UUID actor, Remark remark, Map<String, Object> details) {
        return new HistoryEntry(kind, actor, null, null, remark, details);
    }

    Map<String, Object> params() {
        var params = new HashMap<String, Object>();
        params.put("kind", kind.code());
        params.put("actor", actor);
        params.put("old_status", from == null ? null : from.code());
        params.put("new_status", to == null ? null : to.code());
        params.put("comment", remark.comment());
        params.put("internal_note", remark.internalNote());
        params.put("details", details == null ? null : JSON.writeValueAsString(details));
        return params;
    }
}

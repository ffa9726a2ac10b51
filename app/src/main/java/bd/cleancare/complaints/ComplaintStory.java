package bd.cleancare.complaints;

import bd.cleancare.notifications.Event;
import bd.cleancare.notifications.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A row of the history together with its complaint: who should hear what of it. Nobody is told what they did themselves, but for the
 * receipt of a complaint.
 *
 * @param from null where the status did not move; so is to
 * @param commented whether there is a comment for everybody
 * @param givenTo who was assigned by this very row
 * @param assignee who has it now; may be null
 * @param values what the texts may say
 */
record ComplaintStory(UUID complaint, int sequence, HistoryKind kind, UUID actor, ComplaintStatus from, ComplaintStatus to, boolean commented, UUID givenTo,
        UUID owner, UUID assignee, Map<String, String> values) {

    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        switch (kind) {
            case FILED -> facts.add(fact(Event.COMPLAINT_RECEIVED, List.of(owner), citizenPath()));
            case STATUS, WITHDRAWN, DUPLICATE, REOPENED -> moved(facts);
            case ASSIGNED -> assigned(facts);
            case COMMENT -> commented(facts);
            case EDITED, PHOTOS, RATED, CONFIRMED, RELEASED -> {
                // Seen by who looks; worth nobody's phone.
            }
        }
        return facts;
    }

    private void moved(List<Fact> facts) {
        if (to == null || to == from) {
            return;
        }
        Event event = to == ComplaintStatus.RESOLVED ? Event.RESOLVED_PLEASE_CONFIRM
                : from == ComplaintStatus.RESOLVED ? Event.REOPENED : Event.COMPLAINT_STATE_CHANGED;
        add(facts, event, owner, citizenPath());
        if (event != Event.RESOLVED_PLEASE_CONFIRM) {
            add(facts, event, assignee, staffPath());
        }
    }

    private void assigned(List<Fact> facts) {
        if (givenTo != null) {
            add(facts, Event.WORK_ASSIGNED, givenTo, staffPath());
            add(facts, Event.COMPLAINT_ASSIGNED, owner, citizenPath());
        }
    }

    private void commented(List<Fact> facts) {
        if (commented) {
            add(facts, Event.COMPLAINT_COMMENT, owner, citizenPath());
            add(facts, Event.COMPLAINT_COMMENT, assignee, staffPath());
        }
    }

    private void add(List<Fact> facts, Event event, UUID person, String path) {
        if (person != null && !person.equals(actor) && facts.stream().noneMatch(told -> told.event() == event && told.recipients().contains(person))) {
            facts.add(fact(event, List.of(person), path));
        }
    }

    /** Owner and assignee go to different pages, so each has a fact of their own. */
    private Fact fact(Event event, List<UUID> people, String path) {
        return new Fact(event, complaint + "/" + sequence + "/" + people.getFirst(), people, path, values);
    }

    private String citizenPath() {
        return "/complaints/" + complaint + "/";
    }

    private String staffPath() {
        return "/console/complaints/" + complaint + "/";
    }

    /** Titles and comments are not for logs. */
    @Override
    public String toString() {
        return "ComplaintStory[" + complaint + "/" + sequence + "]";
    }
}

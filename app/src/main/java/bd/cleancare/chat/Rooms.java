package bd.cleancare.chat;

import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.Complaints;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import bd.cleancare.wards.Ward;
import bd.cleancare.wards.Wards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The front door to rooms: who may be in which. A {@link Room} can only be had through its viewer. */
@Component
public class Rooms {

    private static final int LONGEST_LIST = 100;
    private static final int LONGEST_QUEUE = 50;
    private static final int LOOKED_THROUGH = 5;

    private final RoomStore store;
    private final Complaints complaints;
    private final Wards wards;

    Rooms(RoomStore store, Complaints complaints, Wards wards) {
        this.store = store;
        this.complaints = complaints;
        this.wards = wards;
    }

    /** Empty when there is none or the viewer has no business in it. The room of a complaint is there as soon as somebody asks for it. */
    public Optional<Room> find(UUID id, Viewer viewer) {
        if (id == null) {
            return Optional.empty();
        }
        Optional<RoomStore.Row> known = store.find(id);
        if (known.isPresent() && known.get().room().kind() != RoomKind.COMPLAINT) {
            return known.map(RoomStore.Row::room).filter(room -> mayEnter(room, viewer));
        }
        return complaints.find(id, viewer).flatMap(complaint -> ofComplaint(complaint, known, viewer));
    }

    /** The room was read before the complaint: if the complaint has changed since, its stamp tells. */
    private Optional<Room> ofComplaint(Complaint complaint, Optional<RoomStore.Row> known, Viewer viewer) {
        if (known.isEmpty() || !Objects.equals(known.get().complaintAssignee(), complaint.assignedTo())) {
            store.openComplaint(complaint.id(), complaint.user(), complaint.assignedTo());
            return find(complaint.id(), viewer);
        }
        return known.map(RoomStore.Row::room);
    }

    /** For every room but a complaint's, whose rule is {@link Complaints}'. */
    private static boolean mayEnter(Room room, Viewer viewer) {
        return switch (room.kind()) {
            case COMPLAINT -> throw new IllegalArgumentException("asks the complaints");
            case HELP_DESK -> room.isCitizen(viewer) || viewer.covers(room.ward()) || viewer.role() != Role.CITIZEN && viewer.id().equals(room.assignedTo());
            case WARD_STAFF -> worksIn(room.ward(), viewer);
            case ALL_STAFF -> viewer.role() != Role.CITIZEN;
        };
    }

    private static boolean worksIn(String ward, Viewer viewer) {
        return viewer.covers(ward) || viewer.role() == Role.SERVICE_PROVIDER && viewer.wards().contains(ward);
    }

    /** The citizen's own help desk; empty for staff, who have none. */
    public Optional<Room> helpDesk(Viewer viewer) {
        if (viewer.role() != Role.CITIZEN) {
            return Optional.empty();
        }
        UUID id = store.helpDesk(viewer.id()).orElseGet(() -> store.openHelpDesk(Ids.next(), viewer.id()));
        return store.find(id).map(RoomStore.Row::room);
    }

    /** The viewer's rooms with what is unread in them, the latest first. */
    public List<RoomSummary> of(Viewer viewer) {
        boolean staff = viewer.role() != Role.CITIZEN;
        List<String> own = staff ? wards.all().stream().map(Ward::number).filter(ward -> worksIn(ward, viewer)).toList() : List.of();
        if (staff) {
            Map<UUID, String> ids = new LinkedHashMap<>();
            own.forEach(ward -> ids.put(Ids.next(), ward));
            store.openStaffRooms(ids, Ids.next());
        }
        return allowed(store.of(viewer.id(), staff, own, LONGEST_LIST), viewer);
    }

    /** Citizens who wait for an answer, the longest first, as far as the viewer may answer them. */
    public List<RoomSummary> waiting(Viewer viewer) {
        var found = new ArrayList<RoomSummary>();
        Instant after = Instant.EPOCH;
        UUID afterId = new UUID(0, 0);
        for (int page = 0; page < LOOKED_THROUGH && found.size() < LONGEST_QUEUE; page++) {
            List<RoomSummary> next = store.waiting(viewer.id(), after, afterId, LONGEST_LIST);
            found.addAll(allowed(next, viewer));
            if (next.size() < LONGEST_LIST) {
                break;
            }
            after = next.getLast().room().waitingSince();
            afterId = next.getLast().room().id();
        }
        return found.subList(0, Math.min(found.size(), LONGEST_QUEUE));
    }

    /** The conversations with citizens the viewer may see, the latest first. */
    public List<RoomSummary> latest(Viewer viewer) {
        var found = new ArrayList<RoomSummary>();
        Instant before = Instant.parse("9999-01-01T00:00:00Z");
        UUID beforeId = new UUID(-1, -1);
        for (int page = 0; page < LOOKED_THROUGH && found.size() < LONGEST_QUEUE; page++) {
            List<RoomSummary> next = store.latest(viewer.id(), before, beforeId, LONGEST_LIST);
            found.addAll(allowed(next, viewer));
            if (next.size() < LONGEST_LIST) {
                break;
            }
            before = next.getLast().room().lastMessageAt();
            beforeId = next.getLast().room().id();
        }
        return found.subList(0, Math.min(found.size(), LONGEST_QUEUE));
    }

    /** Those of some rooms the viewer may see, in the order given. */
    public List<RoomSummary> among(List<UUID> rooms, Viewer viewer) {
        return rooms.isEmpty() ? List.of() : allowed(store.among(viewer.id(), rooms), viewer).stream()
                .sorted(Comparator.comparingInt(each -> rooms.indexOf(each.room().id()))).toList();
    }

    private List<RoomSummary> allowed(List<RoomSummary> rooms, Viewer viewer) {
        Set<UUID> ofComplaints = complaints.visibleAmong(rooms.stream().map(RoomSummary::room)
                .filter(room -> room.kind() == RoomKind.COMPLAINT).map(Room::id).collect(Collectors.toSet()), viewer);
        return rooms.stream().filter(each -> each.room().kind() == RoomKind.COMPLAINT ? ofComplaints.contains(each.room().id()) : mayEnter(each.room(), viewer)).toList();
    }

    /** Whether the viewer may see a photo that was sent in some room. */
    public boolean mayFetch(UUID photo, Viewer viewer) {
        return photo != null && store.roomOfAttachment(photo).flatMap(room -> find(room, viewer)).isPresent();
    }

    /** How far those who take part are. */
    public List<Mark> marks(Room room) {
        return store.marks(room.id(), LONGEST_LIST);
    }

    /** How some rooms stand; a room that is gone is left out. */
    public Map<UUID, RoomState> states(Collection<UUID> rooms) {
        return rooms.isEmpty() ? Map.of() : store.states(rooms);
    }
}

package bd.cleancare.chat;

import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of a conversation besides talk: it is handed over, closed and rated. Each is an entry in the room like a message. */
@Component
public class Conversations {

    public enum Outcome { DONE, FORBIDDEN, NOT_STAFF, NOT_ALLOWED_THERE, TOO_LATE }

    private final Entries entries;
    private final RoomStore store;
    private final Rooms rooms;
    private final ChatLimits limits;
    private final Users users;
    private final JsonMapper json;
    private final TransactionOperations transaction;
    private final ObjectProvider<Audience> audience;

    Conversations(Entries entries, RoomStore store, Rooms rooms, ChatLimits limits, Users users, JsonMapper json, TransactionOperations transaction,
            ObjectProvider<Audience> audience) {
        this.entries = entries;
        this.store = store;
        this.rooms = rooms;
        this.limits = limits;
        this.users = users;
        this.json = json;
        this.transaction = transaction;
        this.audience = audience;
    }

    /** Hands the conversation to another of the staff, or with null back to the queue. */
    public Outcome handOver(Room room, UUID to, Viewer viewer) {
        if (room.isCitizen(viewer) || !room.kind().servesCitizen()) {
            return Outcome.FORBIDDEN;
        }
        Optional<Account> account = to == null ? Optional.empty() : users.byId(to).filter(found -> found.active() && found.role() != Role.CITIZEN);
        if (to != null && account.isEmpty()) {
            return Outcome.NOT_STAFF;
        }
        if (to != null && !maySee(room, account.get())) {
            return Outcome.NOT_ALLOWED_THERE;
        }
        String details = json.writeValueAsString(to == null ? Map.of() : Map.of("assigned_to", to, "assigned_to_name", account.get().name()));
        return happen(room, RoomEvent.ASSIGNED, "", details, viewer, () -> store.assign(room.id(), room.assignedTo(), to));
    }

    /** Being given a help desk lets a person into it; a complaint's own rule says who may see that. */
    private boolean maySee(Room room, Account account) {
        return room.kind() != RoomKind.COMPLAINT || rooms.find(room.id(), new Viewer(account.id(), account.role(), account.wardScope(), null)).isPresent();
    }

    /** Nobody waits for an answer any more; whoever writes opens it again. */
    public Outcome close(Room room, Viewer viewer) {
        if (!room.kind().servesCitizen()) {
            return Outcome.FORBIDDEN;
        }
        return happen(room, RoomEvent.CLOSED, "", null, viewer, () -> true);
    }

    /** The citizen says, once for each closing, what it was worth. */
    public Outcome rate(Room room, int rating, String comment, Viewer viewer) {
        if (!room.isCitizen(viewer)) {
            return Outcome.FORBIDDEN;
        }
        return happen(room, RoomEvent.RATED, comment == null ? "" : comment, json.writeValueAsString(Map.of("rating", rating)), viewer,
                () -> store.rate(room.id(), rating, comment));
    }

    private Outcome happen(Room room, RoomEvent event, String words, String details, Viewer viewer, BooleanSupplier change) {
        limits.takeMessage(viewer);
        Optional<MessageStore.Written> written = transaction.execute(status -> {
            var appended = entries.append(room, new MessageStore.Draft(room.id(), words, null, null, event, details), viewer);
            if (appended.isPresent() && !change.getAsBoolean()) {
                status.setRollbackOnly();
                return Optional.empty();
            }
            if (event == RoomEvent.CLOSED) {
                appended.ifPresent(closed -> store.addClosing(room.id(), closed.message().sequence(), viewer.id()));
            }
            return appended;
        });
        written.ifPresent(happened -> audience.getObject().written(happened.message()));
        return written.isPresent() ? Outcome.DONE : Outcome.TOO_LATE;
    }
}

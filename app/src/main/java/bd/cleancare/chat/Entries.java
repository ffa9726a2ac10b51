package bd.cleancare.chat;

import bd.cleancare.complaints.Complaints;
import bd.cleancare.shared.Viewer;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes into rooms. Whatever the staff write in the room of a complaint counts as handling the complaint, in the same transaction. */
@Component
class Entries {

    private final MessageStore messages;
    private final Complaints complaints;
    private final TransactionOperations transaction;

    Entries(MessageStore messages, Complaints complaints, TransactionOperations transaction) {
        this.messages = messages;
        this.complaints = complaints;
        this.transaction = transaction;
    }

    /** As {@link MessageStore#append}. */
    Optional<MessageStore.Written> append(Room room, MessageStore.Draft draft, Viewer viewer) {
        if (room.isCitizen(viewer) || room.kind() != RoomKind.COMPLAINT) {
            return messages.append(draft, !room.isCitizen(viewer), viewer);
        }
        return transaction.execute(_ -> {
            // The complaint before its room, in the order in which deleting locks them.
            complaints.handledByStaff(room.id());
            return messages.append(draft, true, viewer);
        });
    }
}

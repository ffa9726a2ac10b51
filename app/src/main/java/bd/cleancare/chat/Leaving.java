package bd.cleancare.chat;

import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.AccountChanged;
import bd.cleancare.users.Users;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whoever works here no longer has no conversations: the open ones go back to the queue, with a line that says so, in the transaction in
 * which the account lost its right. Nothing is given to such a one meanwhile, since giving holds the account's row.
 */
@Component
class Leaving {

    private final RoomStore rooms;
    private final MessageStore messages;
    private final Users users;
    private final TransactionOperations transaction;
    private final ObjectProvider<Audience> audience;

    Leaving(RoomStore rooms, MessageStore messages, Users users, TransactionOperations transaction, ObjectProvider<Audience> audience) {
        this.rooms = rooms;
        this.messages = messages;
        this.users = users;
        this.transaction = transaction;
        this.audience = audience;
    }

    @EventListener
    void on(AccountChanged change) {
        if (users.byId(change.userId()).filter(account -> account.active() && account.role() != Role.CITIZEN).isEmpty()) {
            leave(change.userId());
        }
    }

    void leave(UUID person) {
        transaction.executeWithoutResult(_ -> {
            rooms.leaveEnded(person);
            tell(rooms.openOf(person).stream().map(room -> release(room, person)).flatMap(Optional::stream).toList());
        });
    }

    /** The entry is theirs: they are the one who had the conversation. */
    private Optional<ChatMessage> release(UUID room, UUID person) {
        if (!rooms.assign(room, person, null)) {
            return Optional.empty();
        }
        var draft = new MessageStore.Draft(room, "", null, null, RoomEvent.ASSIGNED, "{}");
        return messages.append(draft, true, new Viewer(person, Role.SERVICE_PROVIDER, Set.of(), null)).map(MessageStore.Written::message);
    }

    private void tell(List<ChatMessage> entries) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                entries.forEach(audience.getObject()::written);
            }
        });
    }
}

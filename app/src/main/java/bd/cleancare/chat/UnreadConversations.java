package bd.cleancare.chat;

import bd.cleancare.platform.pages.NewTalk;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** For a citizen every conversation with something new; for staff those in which a citizen waits for them. */
@Component
class UnreadConversations implements NewTalk {

    private static final int MOST = 100;

    private final RoomStore store;

    UnreadConversations(RoomStore store) {
        this.store = store;
    }

    @Override
    public Map<UUID, Long> of(Viewer viewer) {
        return viewer.role() == Role.CITIZEN ? store.unread(viewer.id(), MOST) : store.waitingFor(viewer.id(), MOST);
    }
}

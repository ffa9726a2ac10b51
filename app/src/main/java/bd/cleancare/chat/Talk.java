package bd.cleancare.chat;

import bd.cleancare.media.Photos;
import bd.cleancare.media.PreparedPhotos;
import bd.cleancare.media.Upload;
import bd.cleancare.shared.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** What people say in a room they were let into, and how far they have read. What is answered is committed. */
@Component
public class Talk {

    public static final int MOST_PHOTOS = 5;

    /** What became of something said. */
    public sealed interface Saying {

        /** @param again whether it was known already, from the first time it was sent */
        record Said(ChatMessage message, boolean again) implements Saying {
        }

        record Empty() implements Saying {
        }

        record TooLong() implements Saying {
        }

        record TooManyPhotos() implements Saying {
        }

        record BadPhoto(PreparedPhotos.Refused why) implements Saying {
        }

        /** The room went away while it was being said. */
        record NoRoom() implements Saying {
        }
    }

    private final Entries entries;
    private final RoomStore rooms;
    private final ChatLimits limits;
    private final Photos photos;
    private final JsonMapper json;
    private final TransactionOperations transaction;
    private final ObjectProvider<Audience> audience;

    Talk(Entries entries, RoomStore rooms, ChatLimits limits, Photos photos, JsonMapper json, TransactionOperations transaction,
            ObjectProvider<Audience> audience) {
        this.entries = entries;
        this.rooms = rooms;
        this.limits = limits;
        this.photos = photos;
        this.json = json;
        this.transaction = transaction;
        this.audience = audience;
    }

    /** @param clientId the sender's own name for the message, or null: under the same one it is said once, however often it comes */
    public Saying say(Room room, String typed, String clientId, Viewer viewer) {
        String text = MessageText.clean(typed);
        if (text.isEmpty()) {
            return new Saying.Empty();
        }
        if (MessageText.isTooLong(text)) {
            return new Saying.TooLong();
        }
        limits.takeMessage(viewer);
        var draft = new MessageStore.Draft(room.id(), text, clientId, null, null, null);
        return once(() -> entries.append(room, draft, viewer))
                .map(this::spread).orElseGet(Saying.NoRoom::new);
    }

    /** Photos with or without words, all in one message. */
    public Saying show(Room room, List<Upload> uploads, String typed, String clientId, Viewer viewer) {
        String text = typed == null ? "" : MessageText.clean(typed);
        if (uploads.isEmpty()) {
            return new Saying.Empty();
        }
        if (uploads.size() > MOST_PHOTOS) {
            return new Saying.TooManyPhotos();
        }
        if (MessageText.isTooLong(text)) {
            return new Saying.TooLong();
        }
        limits.takeMessage(viewer);
        return switch (photos.prepare(uploads, viewer.id())) {
            case PreparedPhotos.Refused refused -> new Saying.BadPhoto(refused);
            case PreparedPhotos.Accepted accepted -> show(room, accepted, text, clientId, viewer);
        };
    }

    private Saying show(Room room, PreparedPhotos.Accepted accepted, String text, String clientId, Viewer viewer) {
        String attachments = json.writeValueAsString(accepted.photos().stream().map(Attachment::of).toList());
        var draft = new MessageStore.Draft(room.id(), text, clientId, attachments, null, null);
        Optional<MessageStore.Written> written = once(() -> transaction.execute(_ -> {
            var appended = entries.append(room, draft, viewer);
            if (appended.isPresent() && !appended.get().again()) {
                photos.keep(accepted.ids(), viewer.id());
                rooms.addAttachments(room.id(), accepted.ids());
            }
            return appended;
        }));
        if (written.isEmpty() || written.get().again()) {
            photos.discard(accepted.ids());
        }
        return written.map(this::spread).orElseGet(Saying.NoRoom::new);
    }

    /** The same message may come in twice at the same moment: whoever is second then finds what the first has written. */
    private static Optional<MessageStore.Written> once(Supplier<Optional<MessageStore.Written>> writing) {
        try {
            return writing.get();
        } catch (DuplicateKeyException _) {
            return writing.get();
        }
    }

    private Saying spread(MessageStore.Written written) {
        if (!written.again()) {
            audience.getObject().written(written.message());
        }
        return new Saying.Said(written.message(), written.again());
    }

    /** Says how far somebody is: what reached their device, and what they have read. */
    public Mark mark(Room room, long delivered, long read, Viewer viewer) {
        Mark mark = rooms.mark(room.id(), viewer.id(), Math.max(0, delivered), Math.max(0, read));
        audience.getObject().marked(room.id(), mark);
        return mark;
    }
}

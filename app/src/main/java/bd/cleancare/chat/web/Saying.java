package bd.cleancare.chat.web;

import bd.cleancare.chat.ChatMessage;
import bd.cleancare.chat.Room;
import bd.cleancare.chat.Talk;
import bd.cleancare.chat.live.Refusals;
import bd.cleancare.media.Upload;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes what the form of a page sends, with or without photos. */
@Component
class Saying {

    private static final int LONGEST_CLIENT_ID = 100;

    private final Talk talk;

    Saying(Talk talk) {
        this.talk = talk;
    }

    ChatMessage say(Room room, String message, String clientId, List<MultipartFile> images, Viewer viewer) {
        List<Upload> uploads = Upload.chosen(images);
        String id = clientId == null || clientId.isEmpty() ? null : clientId;
        if (id != null && id.length() > LONGEST_CLIENT_ID) {
            throw Problem.detail(400, "chat_bad_client_id", LONGEST_CLIENT_ID);
        }
        String text = message == null ? "" : message;
        return switch (uploads.isEmpty() ? talk.say(room, text, id, viewer) : talk.show(room, uploads, text, id, viewer)) {
            case Talk.Saying.Said(ChatMessage said, boolean _) -> said;
            case Talk.Saying refused -> throw Refusals.of(refused);
        };
    }
}

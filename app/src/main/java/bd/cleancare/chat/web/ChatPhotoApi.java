package bd.cleancare.chat.web;

import bd.cleancare.chat.ChatMessage;
import bd.cleancare.chat.Talk;
import bd.cleancare.chat.Room;
import bd.cleancare.chat.Rooms;
import bd.cleancare.media.Photos;
import bd.cleancare.media.Rendition;
import bd.cleancare.media.Upload;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Photos in a conversation. */
@RestController
class ChatPhotoApi {

    private static final int LONGEST_CLIENT_ID = 100;

    private final Rooms rooms;
    private final Talk talk;
    private final Photos photos;

    ChatPhotoApi(Rooms rooms, Talk talk, Photos photos) {
        this.rooms = rooms;
        this.talk = talk;
        this.photos = photos;
    }

    @Summary("Send photos into a conversation")
    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/api/chat/rooms/{room}/photos")
    ResponseEntity<ChatMessage> show(@PathVariable String room, @RequestParam(name = "images", required = false) List<MultipartFile> images,
            @RequestParam(required = false) String message, @RequestParam(name = "client_id", required = false) String clientId, Viewer viewer) {
        Room found = rooms.find(Ids.parse(room), viewer).orElseThrow(Problem::notFound);
        if (clientId != null && (clientId.isEmpty() || clientId.length() > LONGEST_CLIENT_ID)) {
            throw Problem.detail(400, "chat_bad_client_id", LONGEST_CLIENT_ID);
        }
        return MessageApi.answer(talk.show(found, Upload.of(images), message, clientId, viewer));
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping({"/media/chat/{photo}", "/media/chat/{photo}/"})
    ResponseEntity<InputStreamResource> photo(@PathVariable String photo, HttpServletRequest request, Viewer viewer) {
        return serve(photo, Rendition.FULL, request, viewer);
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping({"/media/chat/{photo}/thumbnail", "/media/chat/{photo}/thumbnail/"})
    ResponseEntity<InputStreamResource> thumbnail(@PathVariable String photo, HttpServletRequest request, Viewer viewer) {
        return serve(photo, Rendition.THUMBNAIL, request, viewer);
    }

    private ResponseEntity<InputStreamResource> serve(String photo, Rendition rendition, HttpServletRequest request, Viewer viewer) {
        UUID id = Ids.parse(photo);
        if (!rooms.mayFetch(id, viewer)) {
            throw Problem.notFound();
        }
        return photos.serve(id, rendition, request);
    }
}

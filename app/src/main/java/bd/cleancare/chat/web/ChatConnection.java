package bd.cleancare.chat.web;

import bd.cleancare.chat.Room;
import bd.cleancare.chat.live.Close;
import bd.cleancare.chat.live.Hub;
import bd.cleancare.chat.live.Incoming;
import bd.cleancare.chat.live.Line;
import bd.cleancare.chat.live.Participant;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.Viewer;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Extension;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** One WebSocket. Long messages come in parts, so that no connection keeps a buffer for the longest there could be. */
class ChatConnection extends Endpoint implements Line {

    /** In characters; a frame of 16 kB has no more. */
    private static final int LONGEST_FRAME = 16 * 1024;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private final Room room;
    private final Viewer viewer;
    private final Language language;
    private final long seen;
    private final Hub hub;
    private final Incoming incoming;
    private Session session;
    private Participant participant;
    private StringBuilder begun;

    ChatConnection(Room room, Viewer viewer, Language language, long seen, Hub hub, Incoming incoming) {
        this.room = room;
        this.viewer = viewer;
        this.language = language;
        this.seen = seen;
        this.hub = hub;
        this.incoming = incoming;
    }

    ServerEndpointConfig config(String path) {
        return ServerEndpointConfig.Builder.create(ChatConnection.class, path).configurator(new ServerEndpointConfig.Configurator() {
            @Override
            public <T> T getEndpointInstance(Class<T> type) {
                return type.cast(ChatConnection.this);
            }

            /** Compression would cost some 300 kB for each connection and save little on short messages. */
            @Override
            public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
                return List.of();
            }
        }).build();
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        session = opened;
        session.addMessageHandler(String.class, (MessageHandler.Partial<String>) this::part);
        session.addMessageHandler(ByteBuffer.class, (MessageHandler.Partial<ByteBuffer>) this::bytes);
        session.addMessageHandler(PongMessage.class, (MessageHandler.Whole<PongMessage>) _ -> participant.answered());
        participant = hub.join(room, viewer, language, this, seen);
    }

    private void part(String text, boolean last) {
        if (begun == null && last) {
            incoming.receive(participant, text);
            return;
        }
        begun = begun == null ? new StringBuilder(text) : begun.append(text);
        if (begun.length() > LONGEST_FRAME) {
            end(CloseCodes.TOO_BIG);
        } else if (last) {
            String whole = begun.toString();
            begun = null;
            incoming.receive(participant, whole);
        }
    }

    private void bytes(ByteBuffer content, boolean last) {
        if (last) {
            incoming.refuse(participant, "chat_bad_frame");
        }
    }

    @Override
    public void send(String frame, Done done) {
        try {
            session.getAsyncRemote().sendText(frame, result -> done.done(result.isOK()));
        } catch (IllegalStateException _) {
            done.done(false); // closed meanwhile
        }
    }

    @Override
    public void ping() {
        try {
            session.getBasicRemote().sendPing(NOTHING.duplicate());
        } catch (IOException | IllegalStateException _) {
            // closed meanwhile, which is told in onClose
        }
    }

    @Override
    public void close(Close why) {
        end(CloseCodes.getCloseCode(why.code()));
    }

    /** Closing waits for the other end; whoever asks for it does not. */
    private void end(CloseReason.CloseCode code) {
        Thread.startVirtualThread(() -> {
            try {
                session.close(new CloseReason(code, ""));
            } catch (IOException | IllegalStateException _) {
                // closed already
            }
        });
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
        hub.leave(participant);
    }

    @Override
    public void onError(Session failed, Throwable cause) {
        // The connection broke or its frames made no sense to the container, which closes it: onClose follows.
    }
}

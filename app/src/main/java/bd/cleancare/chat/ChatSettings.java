package bd.cleancare.chat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param redisUrl {@code redis://…} or {@code rediss://…} of a Redis or Valkey that carries messages between nodes; empty: one node
 * @param messagesPerTenSeconds how much one person may say
 * @param joinsPerSecond how often one person may connect
 * @param framesPerTenSeconds how many frames of any type one connection may send
 * @param waitingFrames how many frames may wait for a slow reader before it is dropped
 * @param sendTimeout how long one frame may take before its reader is dropped
 * @param pingEvery how often a silent connection is asked whether it is still there; three times that without an answer ends it
 * @param lookEvery how often a node looks at the database for what Redis did not bring
 * @param noticeAfter how long a message may stay unread before the person is told of it
 */
@ConfigurationProperties("cleancare.chat")
public record ChatSettings(@DefaultValue("") String redisUrl, @DefaultValue("20") int messagesPerTenSeconds, @DefaultValue("5") int joinsPerSecond,
        @DefaultValue("100") int framesPerTenSeconds, @DefaultValue("256") int waitingFrames, @DefaultValue("10s") Duration sendTimeout,
        @DefaultValue("25s") Duration pingEvery, @DefaultValue("1s") Duration lookEvery, @DefaultValue("30s") Duration noticeAfter) {

    @Override
    public String toString() {
        return "ChatSettings[redis " + (redisUrl.isEmpty() ? "off" : "on") + "]"; // the address may hold a password
    }
}

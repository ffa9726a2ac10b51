package bd.cleancare.chat;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;

/** A node that stops sends its people away in good order, and one that goes on lets them in again. */
@AppTest
class ChatRestartTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired @Qualifier("bd.cleancare.chat.live.Watch") SmartLifecycle watch;

    @Test
    void whoIsConnectedIsToldToComeBackAndMissesNothing() {
        Person citizen = people.citizen();
        String room = ChatWorld.helpDesk(api, citizen);
        try (var before = ChatClient.connect(api, room, citizen.accessToken()).joined()) {
            before.say("এক");
            before.awaitMessage("এক");
            watch.stop();
            assertThat(before.awaitType("reconnect").path("after_ms").asLong(-1)).isBetween(0L, 3000L);
            before.awaitClosed(1012);
            try (var tooEarly = ChatClient.connect(api, room, citizen.accessToken())) {
                tooEarly.awaitClosed(1012);
            }
        } finally {
            watch.start();
        }
        ChatWorld.say(api, room, people.admin(), "দুই");
        try (var after = ChatClient.connect(api, room, citizen.accessToken(), "?after=1").joined()) {
            after.awaitMessage("দুই");
            assertThat(after.sequences()).containsExactly(2L);
        }
    }
}

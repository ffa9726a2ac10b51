package bd.cleancare.notifications;

import bd.cleancare.notifications.SmsStore.Due;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which gateway an attempt goes to and how long to wait before the next: two with one gateway, then the other one's turn. */
@Component
class SmsRouting {

    private static final int ATTEMPTS_IN_A_ROW = 2;
    /** A code is waited for by a person: both attempts with one gateway fit into twenty seconds. */
    private static final Duration CODE_DELAY = Duration.ofSeconds(2);
    private static final Duration SHORTEST_NOTICE_DELAY = Duration.ofSeconds(5);
    private static final Duration LONGEST_NOTICE_DELAY = Duration.ofMinutes(5);

    private final List<SmsProvider> inOrder;

    SmsRouting(List<SmsProvider> providers, SmsSettings settings) {
        this.inOrder = Stream.of(settings.primary(), settings.secondary()).filter(name -> !name.isEmpty()).distinct()
                .map(name -> providers.stream().filter(provider -> provider.name().equals(name)).findFirst()
                        .orElseThrow(() -> new IllegalStateException("cleancare.sms names an unknown gateway: " + name)))
                .toList();
    }

    /** Empty when every gateway has refused the message for good. */
    Optional<SmsProvider> next(Due due) {
        List<SmsProvider> open = inOrder.stream().filter(provider -> !due.refusedBy().contains(provider.name())).toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var last = open.stream().filter(provider -> provider.name().equals(due.lastProvider())).findFirst();
        if (last.isEmpty()) {
            return Optional.of(open.getFirst());
        }
        boolean sameAgain = due.attemptsThere() % ATTEMPTS_IN_A_ROW != 0;
        return Optional.of(sameAgain ? last.get() : open.get((open.indexOf(last.get()) + 1) % open.size()));
    }

    Duration delayAfter(Due due) {
        if (due.lane() == Sms.Lane.CODE) {
            return CODE_DELAY;
        }
        Duration doubled = SHORTEST_NOTICE_DELAY.multipliedBy(1L << Math.min(due.attempt() - 1, 10));
        return doubled.compareTo(LONGEST_NOTICE_DELAY) < 0 ? doubled : LONGEST_NOTICE_DELAY;
    }

    boolean anyLeft(Set<String> refusedBy) {
        return inOrder.stream().anyMatch(provider -> !refusedBy.contains(provider.name()));
    }
}

package bd.cleancare.notifications.sms;

import bd.cleancare.notifications.queue.Due;
import bd.cleancare.notifications.queue.Notices;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which gateway an attempt goes to and how long to wait before the next. Somebody waits for a code: two attempts with one gateway, then
 * the other's turn, even where the first may have taken it. A notice changes gateways at each repetition, but nobody is told it twice: once
 * a gateway may have taken it, only that one is asked again, and only if it knows our ids.
 */
@Component
public class SmsRouting {

    /** Where an attempt goes. */
    sealed interface Way {

        record Through(SmsProvider provider) implements Way {
        }

        record None(String reason) implements Way {
        }

        record PerhapsTaken(String reason) implements Way {
        }
    }

    private static final int ATTEMPTS_AT_A_CODE_IN_A_ROW = 2;
    private static final Duration CODE_DELAY = Duration.ofSeconds(2);

    private final List<SmsProvider> inOrder;
    private final SmsShares shares;

    SmsRouting(List<SmsProvider> providers, SmsSettings settings, SmsShares shares) {
        this.inOrder = Stream.of(settings.primary(), settings.secondary()).filter(name -> !name.isEmpty()).distinct()
                .map(name -> providers.stream().filter(provider -> provider.name().equals(name)).findFirst()
                        .orElseThrow(() -> new IllegalStateException("cleancare.sms names an unknown gateway: " + name)))
                .toList();
        this.shares = shares;
    }

    public List<SmsProvider> inOrder() {
        return inOrder;
    }

    public Way next(Due due) {
        List<SmsProvider> open = inOrder.stream().filter(provider -> !due.refusedBy().contains(provider.name())).toList();
        if (open.isEmpty()) {
            return new Way.None("refused by every gateway");
        }
        SmsProvider last = open.stream().filter(provider -> provider.name().equals(due.lastProvider())).findFirst().orElse(null);
        if (last == null) {
            return new Way.Through(first(due, open));
        }
        if (due.unresolved() && !due.lane().urgent()) {
            return last.knowsIds() ? new Way.Through(last) : new Way.PerhapsTaken(last.name() + " may have taken it and keeps no ids of ours");
        }
        boolean sameAgain = due.lane().urgent() && due.attemptsThere() % ATTEMPTS_AT_A_CODE_IN_A_ROW != 0;
        return new Way.Through(sameAgain ? last : open.get((open.indexOf(last) + 1) % open.size()));
    }

    /** The one with the larger share for what is urgent; for the rest so many of a hundred as the shares say, always the same for one message. */
    private SmsProvider first(Due due, List<SmsProvider> open) {
        int primaryShare = shares.ofPrimary();
        int place = due.lane().urgent() ? 50 : Math.floorMod(due.id().hashCode(), 100);
        boolean primary = place < primaryShare || open.size() < inOrder.size() || open.size() == 1;
        return primary ? open.getFirst() : open.get(1);
    }

    /** The pause gives a gateway time to recover; the other one need not wait for that. */
    Duration delayAfter(Due due, SmsProvider asked) {
        if (!due.lane().urgent()) {
            return Notices.delayAfter(due);
        }
        int attemptsThere = asked.name().equals(due.lastProvider()) ? due.attemptsThere() + 1 : 1;
        boolean othersTurn = attemptsThere % ATTEMPTS_AT_A_CODE_IN_A_ROW == 0 && inOrder.size() - due.refusedBy().size() > 1;
        return othersTurn ? Duration.ZERO : CODE_DELAY;
    }

    public boolean anyLeft(Set<String> refusedBy) {
        return inOrder.stream().anyMatch(provider -> !refusedBy.contains(provider.name()));
    }
}

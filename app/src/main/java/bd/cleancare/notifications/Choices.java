package bd.cleancare.notifications;

import bd.cleancare.notifications.queue.Channel;
import bd.cleancare.notifications.queue.Lane;
import bd.cleancare.notifications.queue.Letter;
import bd.cleancare.notifications.queue.NewMessage;
import bd.cleancare.notifications.queue.Outbox;
import bd.cleancare.notifications.queue.Quiet;
import bd.cleancare.platform.crypto.KeyedHash;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Role;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people may choose about being told: which topics on which channel, once a day, and when to be left alone. */
@Component
public class Choices {

    /**
     * What somebody chose, as a page shows it.
     *
     * @param on {@code topic/channel} pairs
     * @param daily channels that get one summary a day
     * @param quietFrom hours of the day; null for none
     * @param email null where the account has none
     */
    public record Chosen(List<Topic> topics, List<Channel> channels, Set<String> on, Set<String> daily, Integer quietFrom, Integer quietUntil, String email,
            boolean emailConfirmed) {

        public boolean quiet() {
            return quietFrom != null;
        }
    }

    private static final int MINUTES = 60;
    private static final int TOKEN_BYTES = 24;
    private static final Duration LINK_LIFE = Duration.ofHours(24);

    private final Preferences preferences;
    private final Users users;
    private final Outbox outbox;
    private final Messages messages;
    private final SecureRandom random = new SecureRandom();

    Choices(Preferences preferences, Users users, Outbox outbox, Messages messages) {
        this.preferences = preferences;
        this.users = users;
        this.outbox = outbox;
        this.messages = messages;
    }

    public Chosen of(UUID person) {
        Account account = users.byId(person).orElseThrow();
        Preference chosen = preferences.of(person);
        var on = new HashSet<String>();
        topics(account).forEach(topic -> channels().stream().map(channel -> Preference.pair(topic, channel)).filter(pair -> !chosen.off().contains(pair)).forEach(on::add));
        Quiet quiet = chosen.quiet();
        return new Chosen(topics(account), channels(), on, chosen.daily(), quiet == null ? null : quiet.from() / MINUTES, quiet == null ? null : quiet.until() / MINUTES,
                account.email(), chosen.confirmed(account));
    }

    /** @param on {@code topic/channel} pairs; what the page did not show stays as it was */
    public void save(UUID person, Set<String> on, Set<String> daily, Integer quietFrom, Integer quietUntil) {
        Account account = users.byId(person).orElseThrow();
        var off = new HashSet<>(preferences.of(person).off());
        for (Topic topic : topics(account)) {
            for (Channel channel : channels()) {
                String pair = Preference.pair(topic, channel);
                if (on.contains(pair)) {
                    off.remove(pair);
                } else {
                    off.add(pair);
                }
            }
        }
        var known = new HashSet<>(daily);
        known.retainAll(channels().stream().map(Channel::word).toList());
        Quiet quiet = quietFrom == null || quietFrom.equals(quietUntil) ? null : new Quiet(quietFrom * MINUTES, quietUntil * MINUTES);
        preferences.save(person, off, known, quiet);
    }

    public boolean hasMail() {
        return outbox.has(Channel.EMAIL);
    }

    /** Sends a link to the address of the account: whoever follows it can read what is sent there. */
    @Transactional
    public void askEmail(UUID person) {
        Account account = users.byId(person).orElseThrow();
        if (account.email() == null || !hasMail()) {
            return;
        }
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        if (!preferences.askEmail(person, account.email(), KeyedHash.ofRandomSecret(token), LINK_LIFE)) {
            return;
        }
        var letter = new Letter(messages.get(account.language(), "mail.confirm.subject"), messages.get(account.language(), "mail.confirm.body"),
                "/mail/confirm/" + token + "/", account.language().code());
        outbox.put(List.of(new NewMessage(Ids.next(), Channel.EMAIL, Lane.NOTICE, account.email(), letter.stored(), LINK_LIFE, Duration.ZERO, person, null, null, null)));
    }

    /** @return false for a link that is unknown, over or used */
    public boolean confirmEmail(String token) {
        return preferences.confirmEmail(KeyedHash.ofRandomSecret(token));
    }

    private List<Channel> channels() {
        return List.of(Channel.SMS, Channel.EMAIL, Channel.PUSH).stream().filter(outbox::has).toList();
    }

    private static List<Topic> topics(Account account) {
        return account.role() == Role.CITIZEN ? List.of(Topic.COMPLAINTS, Topic.PAYMENTS, Topic.CHAT) : List.of(Topic.WORK, Topic.COMPLAINTS, Topic.PAYMENTS, Topic.CHAT);
    }
}

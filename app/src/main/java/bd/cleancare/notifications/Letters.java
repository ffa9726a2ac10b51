package bd.cleancare.notifications;

import bd.cleancare.notifications.Audience.Member;
import bd.cleancare.notifications.queue.Channel;
import bd.cleancare.notifications.queue.Lane;
import bd.cleancare.notifications.queue.Letter;
import bd.cleancare.notifications.queue.NewMessage;
import bd.cleancare.notifications.queue.Notices;
import bd.cleancare.notifications.queue.Outbox;
import bd.cleancare.notifications.queue.Quiet;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.users.Account;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes what a fact says to one person, on every channel that reaches them. */
@Component
class Letters {

    /** A title or a comment is somebody else's length; an SMS is paid for by the piece. */
    private static final int LONGEST_VALUE_BY_SMS = 60;

    private static final Duration HEAD_START = Duration.ofHours(1);

    private final Wordings wordings;
    private final Outbox outbox;
    private final FactStore facts;
    private final Clock clock;

    Letters(Wordings wordings, Outbox outbox, FactStore facts, Clock clock) {
        this.wordings = wordings;
        this.outbox = outbox;
        this.facts = facts;
        this.clock = clock;
    }

    void toPhone(Fact fact, PhoneNumber phone, Language language) {
        String text = sms(fact.event(), fact.values(), language, wordings.now());
        outbox.put(List.of(new NewMessage(Ids.next(), Channel.SMS, Lane.NOTICE, phone.canonical(), text, Notices.LIFE, start(fact.event(), null), null,
                facts.sequenceOf(fact), fact.event().word(), null)));
    }

    /** What is due longest is sent first: an urgent notice does not wait behind the thousands of a busy hour. */
    private Duration start(Event event, Quiet quiet) {
        if (event.urgent()) {
            return HEAD_START.negated();
        }
        return quiet == null ? Duration.ZERO : quiet.left(clock.instant());
    }

    /** The letters of one transaction, with the texts as they are now. */
    Batch batch() {
        return new Batch(wordings.now());
    }

    final class Batch {

        private final Wordings.Snapshot texts;
        private final List<NewMessage> written = new ArrayList<>();

        private Batch(Wordings.Snapshot texts) {
            this.texts = texts;
        }

        void write(Member member, News news) {
            Account person = member.account();
            Preference chosen = member.chosen();
            Event event = news.event();
            boolean pushed = outbox.has(Channel.PUSH) && !member.browsers().isEmpty() && atOnce(event, Channel.PUSH, chosen);
            if (person.verified() && event.bySms() && atOnce(event, Channel.SMS, chosen) && !(pushed && event.pushInsteadOfSms())) {
                add(member, news, Channel.SMS, person.phone().canonical(), sms(event, news.values(), person.language(), texts));
            }
            if (outbox.has(Channel.EMAIL) && chosen.confirmed(person) && atOnce(event, Channel.EMAIL, chosen)) {
                add(member, news, Channel.EMAIL, person.email(), letter(news, Channel.EMAIL, person.language(), texts));
            }
            if (pushed) {
                String content = letter(news, Channel.PUSH, person.language(), texts);
                member.browsers().forEach(browser -> add(member, news, Channel.PUSH, browser.toString(), content));
            }
        }

        private void add(Member member, News news, Channel channel, String address, String content) {
            Quiet quiet = channel == Channel.EMAIL ? null : member.chosen().quietFor(news.event());
            written.add(new NewMessage(Ids.next(), channel, Lane.NOTICE, address, content, Notices.LIFE, start(news.event(), quiet), member.account().id(), news.sequence(),
                    news.event().word(), quiet));
        }

        /** Sent once the transaction around it commits. */
        void post() {
            outbox.put(written);
        }
    }

    private static boolean atOnce(Event event, Channel channel, Preference chosen) {
        return chosen.wants(event, channel) && !chosen.onceADay(event, channel);
    }

    private static String letter(News news, Channel channel, Language language, Wordings.Snapshot texts) {
        Wording filled = texts.of(news.event(), channel, language).fill(news.values(), language);
        return new Letter(filled.subject(), filled.body(), news.path(), language.code()).stored();
    }

    private static String sms(Event event, Map<String, String> values, Language language, Wordings.Snapshot texts) {
        var shortened = new HashMap<>(values);
        shortened.replaceAll((name, value) -> name.endsWith("link") || value.length() <= LONGEST_VALUE_BY_SMS ? value
                : value.substring(0, value.offsetByCodePoints(0, Math.min(LONGEST_VALUE_BY_SMS - 1, value.codePointCount(0, value.length())))) + "…");
        return texts.of(event, Channel.SMS, language).fill(shortened, language).body();
    }
}

package bd.cleancare.notifications;

import bd.cleancare.notifications.Audience.Member;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.shared.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One summary a day for who asked for it. Writing it and forgetting what it was made of share a transaction, person by person. */
@Component
class Digests {

    private static final int LINES = 20;

    private record Waiting(UUID person, Channel channel) {
    }

    private final JdbcClient db;
    private final Audience audience;
    private final Wordings wordings;
    private final Messages messages;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Digests(JdbcClient db, Audience audience, Wordings wordings, Messages messages, Outbox outbox, TransactionTemplate transaction) {
        this.db = db;
        this.audience = audience;
        this.wordings = wordings;
        this.messages = messages;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    void send() {
        List<Waiting> waiting = db.sql("SELECT DISTINCT user_id, channel FROM notification_digests")
                .query((row, _) -> new Waiting(row.getObject(1, UUID.class), Channel.ofWord(row.getString(2)).orElseThrow())).list();
        waiting.forEach(each -> transaction.executeWithoutResult(_ -> send(each)));
    }

    /** Whoever deletes the rows writes the summary: two nodes never both do. */
    private void send(Waiting waiting) {
        List<News> news = db.sql("""
                WITH taken AS (DELETE FROM notification_digests WHERE user_id = ? AND channel = ? RETURNING fact)
                SELECT f.sequence, f.event, f.path, f.values::text FROM taken JOIN notification_facts f ON f.sequence = taken.fact ORDER BY f.sequence
                """).param(waiting.person).param(waiting.channel.word())
                .query((row, _) -> News.read(row.getLong(1), row.getString(2), row.getString(3), row.getString(4))).list();
        Member member = audience.of(Set.of(waiting.person)).get(waiting.person);
        if (!news.isEmpty() && member != null) {
            outbox.put(letters(waiting, member, news));
        }
    }

    private List<NewMessage> letters(Waiting waiting, Member member, List<News> news) {
        Language language = member.account().language();
        String subject = messages.get(language, news.size() == 1 ? "digest.subject.one" : "digest.subject.many", news.size());
        return switch (waiting.channel) {
            case SMS -> List.of(message(member, Channel.SMS, member.account().phone().canonical(),
                    messages.get(language, news.size() == 1 ? "digest.sms.one" : "digest.sms.many", news.size())));
            case EMAIL -> member.chosen().confirmed(member.account())
                    ? List.of(message(member, Channel.EMAIL, member.account().email(), letter(subject, lines(news, language), language))) : List.of();
            case PUSH -> member.browsers().stream()
                    .map(browser -> message(member, Channel.PUSH, browser.toString(), letter(subject, lines(news, language), language))).toList();
            case IN_APP -> List.of();
        };
    }

    private String lines(List<News> news, Language language) {
        Wordings.Snapshot texts = wordings.now();
        var lines = new StringBuilder();
        news.stream().limit(LINES).forEach(each -> lines.append("• ").append(texts.of(each.event(), Channel.IN_APP, language).fill(each.values(), language).body()).append('\n'));
        return news.size() > LINES ? lines.append("…").toString() : lines.toString().strip();
    }

    private static String letter(String subject, String body, Language language) {
        return new Letter(subject, body, "/notifications/", language.code()).stored();
    }

    private static NewMessage message(Member member, Channel channel, String address, String content) {
        Quiet quiet = channel == Channel.EMAIL ? null : member.chosen().quiet();
        return new NewMessage(Ids.next(), channel, Lane.NOTICE, address, content, Notices.LIFE, Duration.ZERO, member.account().id(), null, null, quiet);
    }
}

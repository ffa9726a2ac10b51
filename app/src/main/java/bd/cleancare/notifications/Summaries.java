package bd.cleancare.notifications;

import bd.cleancare.notifications.Audience.Member;
import bd.cleancare.notifications.queue.Channel;
import bd.cleancare.notifications.queue.Lane;
import bd.cleancare.notifications.queue.Letter;
import bd.cleancare.notifications.queue.NewMessage;
import bd.cleancare.notifications.queue.Notices;
import bd.cleancare.notifications.queue.Quiet;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.shared.Ids;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the summary of a day to one person on one channel. */
@Component
class Summaries {

    private static final int LINES = 20;

    private final Wordings wordings;
    private final Messages messages;

    Summaries(Wordings wordings, Messages messages) {
        this.wordings = wordings;
        this.messages = messages;
    }

    List<NewMessage> of(List<News> news, Channel channel, Member member) {
        Language language = member.account().language();
        String subject = messages.get(language, news.size() == 1 ? "digest.subject.one" : "digest.subject.many", news.size());
        return switch (channel) {
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

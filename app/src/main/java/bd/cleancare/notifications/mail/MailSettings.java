package bd.cleancare.notifications.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * E-mail. The server is set with Spring's own {@code spring.mail.host}, {@code .port}, {@code .username} and {@code .password}.
 *
 * @param from the address mails come from; empty: no e-mail is sent
 * @param concurrency how many mails are on their way at once
 * @param perSecond mails one node sends in a second
 */
@ConfigurationProperties("cleancare.mail")
public record MailSettings(@DefaultValue("") String from, @DefaultValue("4") int concurrency, @DefaultValue("20") int perSecond) {
}

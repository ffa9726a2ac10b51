package bd.cleancare.notifications.sandbox;

import bd.cleancare.notifications.mail.MailSettings;
import bd.cleancare.simulators.mail.MailServer;
import bd.cleancare.simulators.server.Address;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** In demo and test mail goes by SMTP to a server on a loopback port that delivers to nobody, unless another one is named. */
@Configuration
@Profile({"demo", "test"})
@ConditionalOnExpression(MailSimulator.NO_OTHER_SERVER)
class MailSimulator {

    static final String NO_OTHER_SERVER = "'${spring.mail.host:}'.isEmpty()";
    private static final String SENDER = "news@cleancare.example";

    @Bean(destroyMethod = "close")
    MailServer mailServer() {
        return MailServer.start(Address.loopback(0), 0);
    }

    @Bean
    JavaMailSenderImpl mailToTheSimulator(MailServer server) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.smtpPort());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        return sender;
    }

    @Bean
    @Primary
    MailSettings simulatedMail(@Qualifier("cleancare.mail-bd.cleancare.notifications.mail.MailSettings") MailSettings configured) {
        return configured.from().isEmpty() ? new MailSettings(SENDER, configured.concurrency(), configured.perSecond()) : configured;
    }
}

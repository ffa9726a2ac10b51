package bd.cleancare.simulators.mail;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.simulators.Client;
import bd.cleancare.simulators.server.Address;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MailServerTest {

    private final MailServer server = MailServer.start(Address.loopback(0), 0);
    private final Client client = new Client(server.baseUrl());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsWhatItWasHandedBySmtpNewestFirst() throws Exception {
        send("Rahim@city.example", "প্রথম", "এক\nhttp://localhost/x/");
        send("karim@city.example", "দ্বিতীয়", "দুই");
        JsonNode all = client.get("/inbox").json();
        assertThat(all.valueStream().map(mail -> mail.path("subject").asString())).containsExactly("দ্বিতীয়", "প্রথম");
        JsonNode one = client.get("/inbox?to=rahim@city.example").json();
        assertThat(one.size()).isOne();
        assertThat(one.path(0).path("text").asString()).isEqualTo("এক\nhttp://localhost/x/");
        assertThat(one.path(0).path("from").asString()).isEqualTo("news@city.example");
        assertThat(one.path(0).path("sender").asString()).isEqualTo("শহর");
        assertThat(one.path(0).path("sent_at").asString()).endsWith("Z");
        assertThat(client.get("/inbox?limit=1").json().size()).isOne();
    }

    @Test
    void forgetsWhenAskedTo() throws Exception {
        send("rahim@city.example", "x", "x");
        assertThat(client.delete("/inbox").status()).isEqualTo(204);
        assertThat(client.get("/inbox").json().size()).isZero();
    }

    private void send(String to, String subject, String text) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(server.smtpPort()));
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("news@city.example", "শহর", "UTF-8"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        Transport.send(mail);
    }
}

package bd.cleancare.notifications.mail;

import bd.cleancare.notifications.queue.Letter;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.settings.CitySettings;
import bd.cleancare.platform.web.PublicUrl;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What stands around the text of a mail: where it leads, who wrote it, and how to get no more of them. */
@Component
class MailText {

    private final Messages messages;
    private final CitySettings city;
    private final PublicUrl publicUrl;

    MailText(Messages messages, CitySettings city, PublicUrl publicUrl) {
        this.messages = messages;
        this.city = city;
        this.publicUrl = publicUrl;
    }

    String sender(Letter letter) {
        return language(letter) == Language.BANGLA ? city.nameBn() : city.nameEn();
    }

    String body(Letter letter) {
        Language language = language(letter);
        return letter.body() + "\n\n" + messages.get(language, "mail.see") + "\n" + publicUrl.to(letter.path()) + "\n\n-- \n" + sender(letter) + "\n"
                + messages.get(language, "mail.choose") + " " + publicUrl.to("/profile/notifications/") + "\n";
    }

    private static Language language(Letter letter) {
        return Language.of(Locale.of(letter.language()));
    }
}

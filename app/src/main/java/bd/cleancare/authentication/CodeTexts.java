package bd.cleancare.authentication;

import bd.cleancare.notifications.Sms;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.web.PublicUrl;
import bd.cleancare.shared.PhoneNumber;
import java.net.URI;
import org.springframework.stereotype.Component;

/** The SMS with a code. Its last line binds the code to our pages, in the format browsers read: they fill it in here and nowhere else. */
@Component
class CodeTexts {

    private final Sms sms;
    private final CodeSettings settings;
    private final PublicUrl site;

    CodeTexts(Sms sms, CodeSettings settings, PublicUrl site) {
        this.sms = sms;
        this.settings = settings;
        this.site = site;
    }

    void send(CodePurpose purpose, PhoneNumber phone, Language language, String code) {
        sms.code(phone, language, settings.life(), "sms.code." + purpose.word(), code, settings.life().toMinutes(), settings.bound() ? boundTo(code) : "");
    }

    /** https://wicg.github.io/sms-one-time-codes/: the host alone, without a port. */
    private String boundTo(String code) {
        return "\n@" + URI.create(site.to("/")).getHost() + " #" + code;
    }
}

package bd.cleancare.notifications.sms;

import bd.cleancare.platform.settings.ProdRequirement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** In prod the gateways in use are reached over TLS and have credentials. */
@Component
class SmsReadiness implements ProdRequirement {

    private final SmsSettings settings;

    SmsReadiness(SmsSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> violations() {
        var violations = new ArrayList<String>();
        require(violations, "ssl-wireless", settings.sslWireless().baseUrl(), settings.sslWireless().apiToken(), settings.sslWireless().sid());
        require(violations, "bulksmsbd", settings.bulksmsbd().baseUrl(), settings.bulksmsbd().apiKey(), settings.bulksmsbd().senderId());
        require(violations, "alpha-sms", settings.alphaSms().baseUrl(), settings.alphaSms().apiKey());
        return violations;
    }

    private void require(List<String> violations, String gateway, String url, String... credentials) {
        if (!gateway.equals(settings.primary()) && !gateway.equals(settings.secondary())) {
            return;
        }
        if (!url.startsWith("https://")) {
            violations.add("cleancare.sms." + gateway + ".base-url is not https: codes and credentials would travel in clear");
        }
        if (List.of(credentials).contains("")) {
            violations.add("cleancare.sms." + gateway + " is in use and lacks credentials");
        }
    }
}

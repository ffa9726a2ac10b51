package bd.cleancare.payments.gateway;

import bd.cleancare.payments.gateway.sns.NoticeSettings;
import bd.cleancare.platform.settings.ProdRequirement;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An installation does not start with gateways that are simulated, reached without TLS or a sandbox of the vendor. */
@Component
class GatewayGuard implements ProdRequirement {

    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final GatewaySettings settings;
    private final NoticeSettings notices;

    GatewayGuard(GatewaySettings settings, NoticeSettings notices) {
        this.settings = settings;
        this.notices = notices;
    }

    @Override
    public List<String> violations() {
        var urls = new LinkedHashMap<String, String>();
        add(urls, "bkash", settings.bkash().isConfigured(), settings.bkash().baseUrl());
        add(urls, "nagad", settings.nagad().isConfigured(), settings.nagad().baseUrl());
        add(urls, "rocket", settings.rocket().isConfigured(), settings.rocket().baseUrl());
        add(urls, "upay", settings.upay().isConfigured(), settings.upay().baseUrl());
        add(urls, "sslcommerz", settings.sslcommerz().isConfigured(), settings.sslcommerz().baseUrl());
        var wrong = new ArrayList<String>();
        urls.forEach((gateway, url) -> {
            URI uri = URI.create(url);
            String host = String.valueOf(uri.getHost());
            if (!"https".equals(uri.getScheme())) {
                wrong.add("cleancare.gateways." + gateway + ".base-url is not https");
            } else if (OURSELVES.contains(host)) {
                wrong.add("cleancare.gateways." + gateway + ".base-url is this machine");
            } else if (host.contains("sandbox") || host.startsWith("uat") || host.contains("ecomtest")) {
                wrong.add("cleancare.gateways." + gateway + ".base-url is a sandbox");
            }
        });
        if (notices.isLoosened()) {
            wrong.add("cleancare.gateways.bkash-notices trusts others than Amazon");
        }
        return wrong;
    }

    private static void add(Map<String, String> urls, String gateway, boolean used, String url) {
        if (used) {
            urls.put(gateway, url);
        }
    }
}

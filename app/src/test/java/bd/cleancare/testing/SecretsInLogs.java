package bd.cleancare.testing;

import bd.cleancare.payments.gateway.GatewaySettings;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Reads every line that is logged during the whole run: a test during which a gateway's secret, a token or a payer's PIN is logged fails. */
class SecretsInLogs implements BeforeEachCallback, AfterEachCallback {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final Pattern TOKEN_OR_PIN = Pattern.compile("eyJ[\\w-]{15,}\\.[\\w-]{15,}\\.|(?<!\\d)12121(?!\\d)");
    private static final Map<String, String> SECRETS = new ConcurrentHashMap<>();
    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

    private static final AppenderBase<ILoggingEvent> READER = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            String line = event.getFormattedMessage() + " " + event.getMDCPropertyMap() + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
            SECRETS.forEach((secret, what) -> {
                if (line.contains(secret)) {
                    FOUND.add(what + " by " + event.getLoggerName());
                }
            });
            if (TOKEN_OR_PIN.matcher(line).find()) {
                FOUND.add("a token or PIN by " + event.getLoggerName());
            }
        }
    };

    /** Every context that starts sets the logging up anew. */
    @Override
    public void beforeEach(ExtensionContext context) {
        remember(SpringExtension.getApplicationContext(context).getBean(GatewaySettings.class));
        READER.setContext(ROOT.getLoggerContext());
        READER.start();
        if (!ROOT.isAttached(READER)) {
            ROOT.addAppender(READER);
        }
    }

    private static void remember(GatewaySettings gateways) {
        Map.of("bKash password", gateways.bkash().password(), "bKash app key", gateways.bkash().appKey(), "bKash app secret", gateways.bkash().appSecret(),
                "Nagad key", gateways.nagad().merchantPrivateKey(), "Rocket password", gateways.rocket().password(), "Rocket checksum secret", gateways.rocket().checksumSecret(),
                "Upay key", gateways.upay().merchantKey(), "SSLCommerz password", gateways.sslcommerz().storePassword()).forEach((what, secret) -> {
                    if (!secret.isEmpty()) {
                        SECRETS.put(secret.length() > 160 ? secret.substring(100, 160) : secret, what);
                    }
                });
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<String> found = new ArrayList<>();
        for (String one = FOUND.poll(); one != null; one = FOUND.poll()) {
            found.add(one);
        }
        if (!found.isEmpty()) {
            throw new AssertionError("Logged since the test before: " + found);
        }
    }
}

package bd.cleancare.notifications.push;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Web push.
 *
 * @param publicKey VAPID: the uncompressed point on P-256 as base64url; empty: no push
 * @param privateKey its secret, base64url
 * @param subject a mailto: or https: address by which push services reach the operator
 * @param hosts the push services browsers may name; a dot in front takes in the hosts below
 * @param concurrency how many messages are on their way at once
 * @param perSecond messages one node sends in a second
 */
@ConfigurationProperties("cleancare.push")
public record PushSettings(@DefaultValue("") String publicKey, @DefaultValue("") String privateKey, @DefaultValue("") String subject,
        @DefaultValue({"fcm.googleapis.com", "updates.push.services.mozilla.com", ".notify.windows.com", ".push.apple.com"}) List<String> hosts,
        @DefaultValue("8") int concurrency, @DefaultValue("100") int perSecond) {

    boolean configured() {
        return !publicKey.isEmpty() && !privateKey.isEmpty() && !subject.isEmpty();
    }

    @Override
    public String toString() {
        return "PushSettings[" + publicKey + "]";
    }
}

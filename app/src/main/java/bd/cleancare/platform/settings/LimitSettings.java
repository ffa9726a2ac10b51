package bd.cleancare.platform.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The one switch over every rate limit.
 *
 * @param enabled off only for load tests; prod refuses to start without limits
 */
@ConfigurationProperties("cleancare.limits")
public record LimitSettings(@DefaultValue("true") boolean enabled) {
}

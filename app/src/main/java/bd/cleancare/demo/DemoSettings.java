package bd.cleancare.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo profile's own.
 *
 * @param city whether an empty database is filled with the demo city
 */
@ConfigurationProperties("cleancare.demo")
record DemoSettings(@DefaultValue("true") boolean city) {
}

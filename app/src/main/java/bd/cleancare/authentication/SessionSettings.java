package bd.cleancare.authentication;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people stay logged in.
 *
 * @param accessLife life of an access token
 * @param refreshLife life of a refresh token; each refresh begins it anew
 * @param pageLife how long a page session lives after its last use
 * @param longest how long any session lives, however much it is used
 * @param refreshGrace how long the refresh token before the current one still answers, for two tabs that race
 * @param cacheFor how long what a session may do is kept in memory; the longest another node takes to notice its end
 */
@ConfigurationProperties("cleancare.sessions")
record SessionSettings(@DefaultValue("24h") Duration accessLife, @DefaultValue("7d") Duration refreshLife, @DefaultValue("30d") Duration pageLife,
        @DefaultValue("180d") Duration longest, @DefaultValue("10s") Duration refreshGrace, @DefaultValue("3s") Duration cacheFor) {
}

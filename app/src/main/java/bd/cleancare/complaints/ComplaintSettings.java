package bd.cleancare.complaints;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one account may write, and how long it may answer.
 *
 * @param filedPerTenMinutes complaints an account may file in ten minutes
 * @param filedPerDay complaints an account may file in a day
 * @param commentsPerTenMinutes comments an account may write in ten minutes
 * @param reopenWithin how long after a resolution its citizen may say that it is not fixed
 * @param ratingLinkFor how long the link in the message about a resolution works
 */
@ConfigurationProperties("cleancare.complaints")
public record ComplaintSettings(@DefaultValue("5") int filedPerTenMinutes, @DefaultValue("20") int filedPerDay,
        @DefaultValue("30") int commentsPerTenMinutes, @DefaultValue("10d") Duration reopenWithin, @DefaultValue("14d") Duration ratingLinkFor) {
}

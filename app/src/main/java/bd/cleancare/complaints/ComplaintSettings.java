package bd.cleancare.complaints;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one account may write.
 *
 * @param filedPerTenMinutes complaints an account may file in ten minutes
 * @param filedPerDay complaints an account may file in a day
 * @param commentsPerTenMinutes comments an account may write in ten minutes
 */
@ConfigurationProperties("cleancare.complaints")
public record ComplaintSettings(@DefaultValue("5") int filedPerTenMinutes, @DefaultValue("20") int filedPerDay,
        @DefaultValue("30") int commentsPerTenMinutes) {
}

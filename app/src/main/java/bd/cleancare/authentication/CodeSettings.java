package bd.cleancare.authentication;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One-time codes: their life, and how many may be sent and guessed. {@code cleancare.limits.enabled=false} turns the counts off, never
 * the tries of one code.
 *
 * @param life how long a code is good
 * @param tries how many guesses one code stands
 * @param waits how long a phone waits after its first, second, … code of the hour
 * @param perPhoneHour codes to one phone in an hour
 * @param perPhoneDay codes to one phone in a day
 * @param perDeviceHour codes asked for by one device in an hour
 * @param perNetworkHour codes asked for from one network in an hour; generous, for carriers put thousands of phones behind one address
 * @param perBlockHour codes to numbers that share their first eight digits in an hour
 * @param perDay codes in all in a day: the budget
 * @param wrongPerDay wrong guesses for one phone in a day, after which no code of it is looked at for the rest of that day
 * @param bound whether the SMS ends with the line by which browsers fill the code in; in Bangla it makes two parts of an SMS of one
 * @param unconfirmedKept how long an account that was never confirmed keeps its phone number from registering again
 */
@ConfigurationProperties("cleancare.codes")
record CodeSettings(@DefaultValue("5m") Duration life, @DefaultValue("5") int tries, @DefaultValue({"60s", "120s", "300s", "900s"}) List<Duration> waits,
        @DefaultValue("5") int perPhoneHour, @DefaultValue("10") int perPhoneDay, @DefaultValue("10") int perDeviceHour,
        @DefaultValue("600") int perNetworkHour, @DefaultValue("20") int perBlockHour, @DefaultValue("50000") int perDay,
        @DefaultValue("20") int wrongPerDay, @DefaultValue("true") boolean bound, @DefaultValue("60s") Duration unconfirmedKept) {
}

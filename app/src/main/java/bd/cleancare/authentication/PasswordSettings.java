package bd.cleancare.authentication;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Passwords: what they must be and what hashing them costs (see docs/decisions/password-hashing.md).
 *
 * @param shortest characters a citizen's password needs; the guide's floor is six
 * @param shortestOfStaff characters a staff member's password needs
 * @param memoryKib memory of one hash in KiB
 * @param iterations passes over that memory
 * @param parallel how many are computed at once; 0 is one per processor
 * @param freeFailures wrong passwords in a row before waiting begins
 * @param firstWait after the first failure too many; doubles with each further one
 * @param longestWait the most anybody waits
 */
@ConfigurationProperties("cleancare.passwords")
record PasswordSettings(@DefaultValue("6") int shortest, @DefaultValue("10") int shortestOfStaff, @DefaultValue("9216") int memoryKib,
        @DefaultValue("4") int iterations, @DefaultValue("0") int parallel, @DefaultValue("10") int freeFailures,
        @DefaultValue("30s") Duration firstWait, @DefaultValue("1h") Duration longestWait) {
}

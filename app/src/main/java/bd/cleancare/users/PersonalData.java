package bd.cleancare.users;

import bd.cleancare.platform.limits.RateLimits;
import bd.cleancare.platform.limits.RateLimits.Rate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All that the system keeps about a person, for that person. */
@Component
public class PersonalData {

    private static final Rate EXPORTS = Rate.of(10, Duration.ofDays(1));

    private final List<PersonalDataSource> sources;
    private final RateLimits limits;

    PersonalData(List<PersonalDataSource> sources, RateLimits limits) {
        this.sources = sources;
        this.limits = limits;
    }

    public Map<String, Object> of(UUID userId) {
        limits.take("export:" + userId, 1, EXPORTS);
        var data = new LinkedHashMap<String, Object>();
        sources.forEach(source -> data.put(source.section(), source.of(userId)));
        return data;
    }
}

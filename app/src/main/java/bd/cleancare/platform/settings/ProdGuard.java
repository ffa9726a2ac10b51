package bd.cleancare.platform.settings;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Refuses to go live on a demo's leftovers, before the port is open, naming everything that is wrong at once. */
@Component
@Profile("prod")
class ProdGuard implements SmartInitializingSingleton {

    private final List<ProdRequirement> requirements;
    private final LimitSettings limits;
    private final ConfigurableEnvironment environment;

    ProdGuard(List<ProdRequirement> requirements, LimitSettings limits, ConfigurableEnvironment environment) {
        this.requirements = requirements;
        this.limits = limits;
        this.environment = environment;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var violations = new ArrayList<String>();
        if (!limits.enabled()) {
            violations.add("cleancare.limits.enabled is false");
        }
        if (environment.acceptsProfiles(Profiles.of("demo | test"))) {
            violations.add("the profile demo or test is active beside prod: simulators and demo secrets would run");
        }
        if (environment.getPropertySources().contains(DemoSecrets.SOURCE)) {
            violations.add("keys of a demo were loaded before prod was chosen: set SPRING_PROFILES_ACTIVE=prod");
        }
        requirements.forEach(requirement -> violations.addAll(requirement.violations()));
        if (!violations.isEmpty()) {
            throw new CannotStart("Not fit for prod:\n- " + String.join("\n- ", violations));
        }
    }
}

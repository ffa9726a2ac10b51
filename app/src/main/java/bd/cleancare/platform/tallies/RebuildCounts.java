package bd.cleancare.platform.tallies;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** {@code rebuild-counts}: makes every kept number anew from what it counts, says what was wrong, and ends. */
@Component
class RebuildCounts implements ApplicationRunner {

    private static final String COMMAND = "rebuild-counts";

    private final Tallies tallies;
    private final ConfigurableApplicationContext context;

    RebuildCounts(Tallies tallies, ConfigurableApplicationContext context) {
        this.tallies = tallies;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.getNonOptionArgs().contains(COMMAND)) {
            tallies.rebuild().forEach(was -> {
                System.out.println(was.tally() + ": " + (was.differences() == 0 ? "was right" : was.differences() + " rows were wrong") + ", counted anew.");
                was.examples().forEach(example -> System.out.println("  " + example));
            });
            System.exit(SpringApplication.exit(context, (ExitCodeGenerator) () -> 0));
        }
    }
}

package bd.cleancare.platform.tallies;

import bd.cleancare.shared.CityTime;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TallyTasks {

    private static final LocalTime AT_NIGHT = LocalTime.of(3, 10);

    @Bean
    RecurringTask<Void> foldTalliesTask(Tallies tallies) {
        return Tasks.recurring("fold-tallies", FixedDelay.of(Duration.ofSeconds(2))).execute((_, _) -> tallies.fold());
    }

    @Bean
    RecurringTask<Void> checkTalliesTask(Tallies tallies) {
        return Tasks.recurring("check-tallies", new Daily(CityTime.ZONE, AT_NIGHT)).execute((_, _) -> tallies.check());
    }
}

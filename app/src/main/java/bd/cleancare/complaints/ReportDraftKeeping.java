package bd.cleancare.complaints;

import bd.cleancare.users.AccountClosed;
import bd.cleancare.users.PersonalDataSource;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Drafts are personal: told in the export, gone with the account, and not kept for ever. */
@Component
class ReportDraftKeeping implements PersonalDataSource {

    private final ReportDraftStore store;

    ReportDraftKeeping(ReportDraftStore store) {
        this.store = store;
    }

    @Bean
    static RecurringTask<Void> reportDraftsTask(ReportDraftStore store) {
        return Tasks.recurring("report-drafts", FixedDelay.of(Duration.ofHours(6))).execute((_, _) -> store.deleteOld());
    }

    @EventListener
    void forget(AccountClosed closed) {
        store.delete(closed.userId());
    }

    @Override
    public String section() {
        return "report_draft";
    }

    @Override
    public Object of(UUID userId) {
        return store.of(userId).map(ReportDraft::fields).orElse(Map.of());
    }
}

package bd.cleancare.console;

import bd.cleancare.complaints.Change;
import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.ComplaintWorkflow;
import bd.cleancare.complaints.Complaints;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Carries out what {@link BulkJobs} holds, each complaint through the same door as a single change. A change and the mark that it was
 * made share a transaction, so that after a crash the rest is done and nothing twice.
 */
@Component
class BulkWorker {

    private static final Logger log = LoggerFactory.getLogger(BulkWorker.class);
    private static final int AT_A_TIME = 100;

    private final BulkJobs jobs;
    private final Complaints complaints;
    private final ComplaintWorkflow workflow;
    private final Users users;
    private final TransactionOperations transaction;

    BulkWorker(BulkJobs jobs, Complaints complaints, ComplaintWorkflow workflow, Users users, TransactionOperations transaction) {
        this.jobs = jobs;
        this.complaints = complaints;
        this.workflow = workflow;
        this.users = users;
        this.transaction = transaction;
    }

    @Bean
    static RecurringTask<Void> bulkTask(BulkWorker worker) {
        return Tasks.recurring("console-bulk", FixedDelay.of(Duration.ofSeconds(1)))
                .execute((_, context) -> worker.run(() -> context.getSchedulerState().isShuttingDown()));
    }

    void run(BooleanSupplier stopped) {
        for (BulkJobs.Job job : jobs.unfinished()) {
            List<BulkJobs.Item> items;
            do {
                items = jobs.waiting(job.id(), AT_A_TIME);
                // Looked up for every batch: a right that ends meanwhile ends here too.
                Optional<Viewer> viewer = viewer(job.startedBy());
                for (BulkJobs.Item item : items) {
                    if (stopped.getAsBoolean()) {
                        return;
                    }
                    handle(job, item, viewer);
                }
            } while (!items.isEmpty());
            jobs.finish(job.id());
        }
    }

    private void handle(BulkJobs.Job job, BulkJobs.Item item, Optional<Viewer> viewer) {
        try {
            transaction.executeWithoutResult(_ -> {
                if (jobs.take(job.id(), item)) {
                    refusal(job, item.complaint(), viewer).ifPresent(reason -> jobs.refuse(job.id(), item, reason));
                }
            });
        } catch (TransientDataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("A change to many failed for complaint {}", item.complaint(), e);
            jobs.refuse(job.id(), item, "failed");
        }
    }

    /** Empty when it is done. */
    private Optional<String> refusal(BulkJobs.Job job, UUID complaint, Optional<Viewer> viewer) {
        Optional<Complaint> seen = viewer.flatMap(by -> complaints.find(complaint, by));
        if (seen.isEmpty()) {
            return Optional.of("gone");
        }
        return switch (job.action()) {
            case BulkJobs.Action.Assign(UUID to) -> Objects.equals(to, seen.get().assignedTo()) ? Optional.empty()
                    : reason(workflow.assign(seen.get(), to, job.remark(), null, viewer.get()));
            case BulkJobs.Action.Move(ComplaintStatus to) -> reason(workflow.changeStatus(seen.get(), to, job.remark(), null, viewer.get()));
        };
    }

    private static Optional<String> reason(Change change) {
        return switch (change) {
            case Change.Done _ -> Optional.empty();
            case Change.Forbidden _ -> Optional.of("forbidden");
            case Change.NoSuchStep _ -> Optional.of("no_such_step");
            case Change.Stale _ -> Optional.of("stale");
            case Change.NotStaff _ -> Optional.of("not_staff");
            case Change.Gone _ -> Optional.of("gone");
        };
    }

    private Optional<Viewer> viewer(UUID account) {
        return users.byId(account).filter(Account::active).map(found -> new Viewer(found.id(), found.role(), found.wardScope(), null));
    }
}

package bd.cleancare.payments;

import bd.cleancare.payments.BillImport.BadRow;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes in what {@link BillImports} holds. A row and the count of it share a transaction, so after a crash the rest goes in and nothing twice. */
@Component
class BillImportWorker {

    private static final Logger log = LoggerFactory.getLogger(BillImportWorker.class);

    private final BillImports imports;
    private final BillImport bills;
    private final TransactionOperations transaction;

    BillImportWorker(BillImports imports, BillImport bills, TransactionOperations transaction) {
        this.imports = imports;
        this.bills = bills;
        this.transaction = transaction;
    }

    @Bean
    static RecurringTask<Void> billImportTask(BillImportWorker worker) {
        return Tasks.recurring("bill-import", FixedDelay.of(Duration.ofSeconds(1)))
                .execute((_, context) -> worker.run(() -> context.getSchedulerState().isShuttingDown()));
    }

    void run(BooleanSupplier stopped) {
        for (BillImports.Job job : imports.unfinished()) {
            List<List<String>> rows = BillImport.rows(job.content()).orElse(List.of());
            for (int at = job.done(); at < rows.size(); at++) {
                if (stopped.getAsBoolean() || !store(job, rows.get(at), at)) {
                    return;
                }
            }
            imports.finish(job.id());
        }
    }

    private boolean store(BillImports.Job job, List<String> cells, int at) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var errors = new ArrayList<BadRow>();
                boolean counted = imports.count(job.id(), at, bills.store(cells, at + BillImport.FIRST_ROW, errors), errors);
                if (!counted) {
                    status.setRollbackOnly();
                }
                return counted;
            }));
        } catch (TransientDataAccessException e) {
            throw e;
        } catch (DataAccessException e) {
            log.error("Row {} of the bill import {} could not be stored", at + BillImport.FIRST_ROW, job.id(), e);
            return Boolean.TRUE.equals(transaction.execute(_ -> imports.count(job.id(), at, BillImport.Effect.REFUSED,
                    List.of(new BadRow(at + BillImport.FIRST_ROW, "", "bill.import.failed")))));
        }
    }
}

package bd.cleancare.payments;

import bd.cleancare.shared.Taka;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A demand on a holding.
 *
 * @param owner null where the holding's owner has no account
 * @param payable what has to be paid today: the demand less rebate or plus surcharge, less what was credited
 */
public record Bill(UUID id, String number, UUID holding, String holdingNumber, UUID owner, String ownerName, String ward, String serviceType, String period,
        Taka demand, LocalDate dueOn, Taka credited, Status status, Taka rebate, Taka surcharge, Taka payable) {

    public enum Status { DUE, SETTLED, CANCELLED }

    @Override
    public String toString() {
        return "Bill[" + number + ", " + status + "]";
    }
}

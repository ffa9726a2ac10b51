package bd.cleancare.payments;

import bd.cleancare.shared.Taka;
import java.time.Instant;
import java.util.UUID;

/** @param requestedBy null where the system found money that nothing is owed for */
public record Refund(UUID id, UUID payment, UUID attempt, Taka amount, String reason, RefundStatus status, UUID requestedBy, UUID decidedBy,
        String gatewayRefundId, String evidence, Instant createdAt) {
}

package bd.cleancare.payments;

import bd.cleancare.payments.gateway.Gateway;
import bd.cleancare.shared.Taka;
import java.time.Instant;
import java.util.UUID;

/** One try with one gateway. */
record Attempt(UUID id, UUID payment, int number, Method method, String gateway, String invoice, Taka amount, AttemptStatus status, String gatewayPaymentId,
        String trxId, String redirectUrl, String payerMasked, int confirms, int checks, Instant createdAt, Instant expiresAt, Instant paidAt) {

    Gateway.Reference reference() {
        return new Gateway.Reference(invoice, gatewayPaymentId, amount, createdAt, trxId);
    }
}

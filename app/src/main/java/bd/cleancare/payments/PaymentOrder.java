package bd.cleancare.payments;

import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Taka;
import java.util.UUID;

/**
 * What somebody wants to pay.
 *
 * @param user null at the counter where the payer has no account
 * @param label the service as the payer's app names it
 * @param phone null at the counter where the payer gives none
 * @param bill null for an amount of the payer's own choice
 * @param purpose an id of the module that asks for the money; null for most
 * @param baseUrl where the gateway sends the payer back to: this system as the payer reaches it
 * @param address the payer's, for gateways that want it
 */
public record PaymentOrder(UUID user, ServiceType service, String label, Taka amount, Method method, PhoneNumber phone, UUID bill, UUID purpose,
        String ward, String baseUrl, String address) {
}

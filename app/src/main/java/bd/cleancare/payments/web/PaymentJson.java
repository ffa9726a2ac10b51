package bd.cleancare.payments.web;

import bd.cleancare.payments.Bill;
import bd.cleancare.payments.Payment;
import bd.cleancare.payments.gateway.Redaction;
import java.util.LinkedHashMap;
import java.util.Map;

/** Payments and bills as JSON. The guide's amounts are numbers with two decimals; where we add members, amounts are text. */
final class PaymentJson {

    private PaymentJson() {
    }

    static Map<String, Object> line(Payment payment) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", payment.id());
        line.put("transaction_id", payment.transactionId());
        line.put("service_type", payment.serviceLabel());
        line.put("amount", payment.amount().decimal());
        line.put("payment_method", payment.method().word());
        line.put("status", payment.status().word());
        line.put("created_at", payment.createdAt());
        line.put("completed_at", payment.completedAt());
        return line;
    }

    static Map<String, Object> detail(Payment payment) {
        Map<String, Object> detail = line(payment);
        detail.put("state", payment.status().name().toLowerCase(java.util.Locale.ROOT));
        detail.put("bill_id", payment.bill());
        detail.put("phone_number", payment.phone() == null ? null : Redaction.masked("0" + payment.phone().substring(4)));
        detail.put("failure_reason", payment.failureReason());
        detail.put("refunded", payment.refunded().plain());
        detail.put("refundable", payment.refundable().plain());
        detail.put("expires_at", payment.expiresAt());
        return detail;
    }

    static Map<String, Object> bill(Bill bill) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", bill.id());
        json.put("number", bill.number());
        json.put("holding_number", bill.holdingNumber());
        json.put("service_type", bill.serviceType());
        json.put("period", bill.period());
        json.put("demand", bill.demand().plain());
        json.put("rebate", bill.rebate().plain());
        json.put("surcharge", bill.surcharge().plain());
        json.put("credited", bill.credited().plain());
        json.put("payable", bill.payable().plain());
        json.put("due_on", bill.dueOn());
        json.put("status", bill.status().name().toLowerCase(java.util.Locale.ROOT));
        return json;
    }
}

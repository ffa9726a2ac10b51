package bd.cleancare.payments.web;

import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentStatus;
import bd.cleancare.payments.PaymentTrail;
import bd.cleancare.payments.RefundStatus;
import bd.cleancare.payments.ServiceType;
import bd.cleancare.platform.pages.Ui;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Icons, tones and words of payments, for templates. */
public final class PaymentLooks {

    /** What a payer is told of; the rest is between us and the gateways. */
    private static final Set<String> TOLD = Set.of("PaymentCreated", "PayerSentToGateway", "PaymentPaid", "PaymentFailed", "PaymentCancelled", "PaymentExpired", "GatewayUnclear",
            "PaymentHeld", "PaidLate", "RefundDue", "RefundApproved", "RefundSucceeded");

    private PaymentLooks() {
    }

    public static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** As a payer reads it. */
    public static String words(Ui ui, PaymentStatus status) {
        return ui.text("payments.state." + word(status));
    }

    /** As staff read it: every state has words of its own. */
    public static String exact(Ui ui, PaymentStatus status) {
        return ui.text("payments.exact." + word(status));
    }

    public static String icon(PaymentStatus status) {
        return switch (status) {
            case CREATED, AWAITING_PAYER -> "clock";
            case CONFIRMING, UNKNOWN, PAID_LATE -> "progress";
            case HELD -> "alert";
            case PAID, APPLIED -> "check-circle";
            case FAILED, CANCELLED, EXPIRED -> "x-circle";
            case REFUND_DUE, PARTIALLY_REFUNDED, REFUNDED -> "refresh";
        };
    }

    public static String tone(PaymentStatus status) {
        return switch (status) {
            case CREATED, AWAITING_PAYER, HELD -> "warn";
            case CONFIRMING, UNKNOWN, PAID_LATE, REFUND_DUE, PARTIALLY_REFUNDED, REFUNDED -> "info";
            case PAID, APPLIED -> "good";
            case FAILED, CANCELLED, EXPIRED -> "danger";
        };
    }

    public static String tone(RefundStatus status) {
        return switch (status) {
            case REQUESTED, MANUAL, UNKNOWN -> "warn";
            case APPROVED, SENT -> "info";
            case SUCCEEDED -> "good";
            case REJECTED, FAILED -> "danger";
        };
    }

    public static String icon(RefundStatus status) {
        return switch (status) {
            case REQUESTED -> "clock";
            case APPROVED, SENT -> "progress";
            case UNKNOWN, MANUAL -> "alert";
            case SUCCEEDED -> "check-circle";
            case REJECTED, FAILED -> "x-circle";
        };
    }

    public static String service(Ui ui, Map<String, ServiceType> services, String code) {
        ServiceType type = services.get(code);
        return type == null ? code : ui.either(type.nameBn(), type.nameEn());
    }

    public static String serviceIcon(String code) {
        return switch (code) {
            case "holding-tax" -> "home";
            case "water" -> "drop";
            case "trade-licence" -> "note";
            case "donation" -> "star";
            default -> "card";
        };
    }

    /** An account of the ledger by its name. */
    public static String account(Ui ui, Map<String, ServiceType> services, String code) {
        String of = code.substring(code.indexOf(':') + 1);
        if (code.startsWith("revenue:")) {
            return ui.text("payments.account.revenue", service(ui, services, of));
        }
        if (code.startsWith("clearing:")) {
            return ui.text("payments.account.clearing", ui.text("payments.gateway." + of));
        }
        return ui.text("payments.account." + code.replace(':', '.'));
    }

    /** Whether the page looks again by itself. */
    public static boolean waiting(PaymentStatus status) {
        return status.word().equals("processing") && status != PaymentStatus.HELD && status != PaymentStatus.REFUND_DUE || status == PaymentStatus.CREATED;
    }

    /** Whether the payer may try once more, from the beginning. */
    public static boolean over(PaymentStatus status) {
        return status == PaymentStatus.FAILED || status == PaymentStatus.CANCELLED || status == PaymentStatus.EXPIRED;
    }

    public static List<PaymentTrail.Move> told(List<PaymentTrail.Move> moves) {
        return moves.stream().filter(move -> TOLD.contains(move.event()) && !(move.subject().equals("attempt"))).toList();
    }

    public static String icon(PaymentTrail.Move move) {
        return switch (move.event()) {
            case "PaymentCreated" -> "plus";
            case "PayerSentToGateway" -> "arrow";
            case "PaymentPaid", "PaidLate" -> "check-circle";
            case "PaymentFailed", "PaymentCancelled", "PaymentExpired" -> "x-circle";
            case "PaymentHeld", "GatewayUnclear" -> "alert";
            default -> "refresh";
        };
    }

    public static String tone(PaymentTrail.Move move) {
        return switch (icon(move)) {
            case "check-circle" -> "good";
            case "x-circle" -> "danger";
            case "alert" -> "warn";
            case "refresh" -> "info";
            default -> null;
        };
    }

    /** Where somebody whose payment came to nothing begins again. */
    public static String again(Payment payment) {
        return payment.bill() == null ? "/payments/new/?service=" + payment.serviceType() + "&amount=" + payment.amount().plain() : "/payments/bills/" + payment.bill() + "/pay/";
    }
}

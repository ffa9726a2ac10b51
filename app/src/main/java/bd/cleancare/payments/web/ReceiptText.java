package bd.cleancare.payments.web;

import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentLists;
import bd.cleancare.payments.Receipts.Receipt;
import bd.cleancare.payments.ServiceType;
import bd.cleancare.payments.ServiceTypes;
import bd.cleancare.payments.paper.ReceiptPdf;
import bd.cleancare.payments.paper.ReceiptPdf.Line;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.shared.Digits;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.TakaWords;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What stands on a receipt, in Bangla and below it in English. */
@Component
class ReceiptText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm").withZone(ZoneId.of("Asia/Dhaka"));
    private static final int LARGE = 15;
    private static final int NORMAL = 10;
    private static final int SMALL = 8;

    private final ServiceTypes services;
    private final PaymentLists lists;
    private final Messages messages;

    ReceiptText(ServiceTypes services, PaymentLists lists, Messages messages) {
        this.services = services;
        this.lists = lists;
        this.messages = messages;
    }

    byte[] pdf(Payment payment, Receipt receipt, String verifyUrl) {
        String stamp = payment.refunded().equals(Taka.ZERO) ? null
                : both(payment.refunded().equals(payment.amount()) ? "receipt.refunded" : "receipt.partly_refunded");
        return ReceiptPdf.of(receipt.number(), lines(payment, receipt), verifyUrl, stamp);
    }

    List<Line> lines(Payment payment, Receipt receipt) {
        ServiceType service = services.byCode(payment.serviceType()).orElseThrow();
        PaymentLists.Proof proof = lists.proof(payment);
        String time = TIME.format(receipt.issuedAt());
        var lines = new ArrayList<Line>();
        lines.add(new Line(both("receipt.title"), LARGE, true));
        lines.add(new Line("", NORMAL / 2, false));
        add(lines, "receipt.number", receipt.number(), receipt.number());
        add(lines, "receipt.date", Digits.toBangla(time), time);
        add(lines, "receipt.service", service.nameBn(), service.nameEn());
        if (proof.billNumber() != null) {
            add(lines, "receipt.bill", proof.billNumber() + " · " + proof.holdingNumber() + " · " + proof.period(), null);
        }
        add(lines, "receipt.amount", "৳ " + payment.amount().bangla(), "BDT " + payment.amount().grouped());
        lines.add(new Line(TakaWords.bangla(payment.amount()), NORMAL, false));
        lines.add(new Line(TakaWords.english(payment.amount()), SMALL, false));
        lines.add(new Line("", NORMAL / 2, false));
        add(lines, "receipt.method", both("payments.method." + payment.method().word()) + (proof.wallet().isEmpty() ? "" : " · " + proof.wallet()), null);
        if (!proof.gatewayTrxId().isEmpty()) {
            add(lines, payment.method().isAtTheCounter() ? "receipt.counter_reference" : "receipt.gateway_trx", proof.gatewayTrxId(), null);
        }
        add(lines, "receipt.transaction", payment.transactionId(), null);
        if (!payment.refunded().equals(Taka.ZERO)) {
            add(lines, "receipt.given_back", "৳ " + payment.refunded().bangla(), "BDT " + payment.refunded().grouped());
        }
        return lines;
    }

    private void add(List<Line> lines, String key, String bangla, String english) {
        lines.add(new Line(both(key) + ": " + (english == null || english.equals(bangla) ? bangla : bangla + "  |  " + english), NORMAL, false));
    }

    private String both(String key) {
        return messages.get(Language.BANGLA, key) + " / " + messages.get(Language.ENGLISH, key);
    }
}

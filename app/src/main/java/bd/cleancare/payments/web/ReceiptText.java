package bd.cleancare.payments.web;

import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentLists;
import bd.cleancare.payments.Receipts.Receipt;
import bd.cleancare.payments.ServiceType;
import bd.cleancare.payments.ServiceTypes;
import bd.cleancare.payments.paper.ReceiptPdf;
import bd.cleancare.payments.paper.ReceiptPdf.Both;
import bd.cleancare.payments.paper.ReceiptPdf.Row;
import bd.cleancare.payments.paper.ReceiptPdf.Sheet;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.pages.Texts;
import bd.cleancare.platform.settings.CitySettings;
import bd.cleancare.shared.Digits;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.TakaWords;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What stands on a receipt, in Bangla and in English; the same on paper, on the payer's page and where it is verified. */
@Component
class ReceiptText {

    private final ServiceTypes services;
    private final PaymentLists lists;
    private final Messages messages;
    private final CitySettings city;
    private final Clock clock;

    ReceiptText(ServiceTypes services, PaymentLists lists, Messages messages, CitySettings city, Clock clock) {
        this.services = services;
        this.lists = lists;
        this.messages = messages;
        this.city = city;
        this.clock = clock;
    }

    byte[] pdf(Payment payment, Receipt receipt, String verifyUrl) {
        return ReceiptPdf.of(sheet(payment, receipt, verifyUrl));
    }

    Sheet sheet(Payment payment, Receipt receipt, String verifyUrl) {
        String stamp = payment.refunded().equals(Taka.ZERO) ? null : stamp(payment);
        return new Sheet(new Both(city.nameBn(), city.nameEn()), both("receipt.title"), both("receipt.number"), receipt.number(), rows(payment, receipt), both("receipt.amount"),
                new Both("৳ " + payment.amount().bangla(), "BDT " + payment.amount().grouped()), new Both(TakaWords.bangla(payment.amount()), TakaWords.english(payment.amount())),
                stamp, verifyUrl, both("receipt.verify"), both("receipt.footer"));
    }

    private String stamp(Payment payment) {
        Both words = both(payment.refunded().equals(payment.amount()) ? "receipt.refunded" : "receipt.partly_refunded");
        return words.bangla() + " · " + words.english();
    }

    private List<Row> rows(Payment payment, Receipt receipt) {
        ServiceType service = services.byCode(payment.serviceType()).orElseThrow();
        PaymentLists.Proof proof = lists.proof(payment);
        var rows = new ArrayList<Row>();
        rows.add(row("receipt.date", time(Language.BANGLA, receipt), time(Language.ENGLISH, receipt)));
        rows.add(row("receipt.service", service.nameBn(), service.nameEn()));
        if (proof.billNumber() != null) {
            rows.add(row("receipt.bill", proof.billNumber() + " · " + proof.holdingNumber(), null));
            rows.add(row("receipt.period", Digits.toBangla(proof.period()), proof.period()));
        }
        Both method = both("payments.method." + payment.method().word());
        rows.add(row("receipt.method", (method.bangla() + " " + Digits.toBangla(proof.wallet())).strip(), (method.english() + " " + proof.wallet()).strip()));
        if (!proof.gatewayTrxId().isEmpty()) {
            rows.add(row(payment.method().isAtTheCounter() ? "receipt.counter_reference" : "receipt.gateway_trx", proof.gatewayTrxId(), null));
        }
        rows.add(row("receipt.transaction", payment.transactionId(), null));
        if (!payment.refunded().equals(Taka.ZERO)) {
            rows.add(row("receipt.given_back", "৳ " + payment.refunded().bangla(), "BDT " + payment.refunded().grouped()));
        }
        return rows;
    }

    private String time(Language language, Receipt receipt) {
        return new Texts(language, messages, clock).dateTime(receipt.issuedAt());
    }

    private Row row(String key, String bangla, String english) {
        Both label = both(key);
        return new Row(label.bangla(), label.english(), bangla, english);
    }

    private Both both(String key) {
        return new Both(messages.get(Language.BANGLA, key), messages.get(Language.ENGLISH, key));
    }
}

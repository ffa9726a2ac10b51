package bd.cleancare.payments;

import bd.cleancare.notifications.Sms;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.Taka;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells payers by SMS; one message for each event, however often the event is told. */
@Component
class PaymentNotices {

    private final JdbcClient db;
    private final Sms sms;
    private final Users users;
    private final Receipts receipts;

    PaymentNotices(JdbcClient db, Sms sms, Users users, Receipts receipts) {
        this.db = db;
        this.sms = sms;
        this.users = users;
        this.receipts = receipts;
    }

    @EventListener
    @Transactional
    public void on(PaymentEvent event) {
        Account payer = users.byId(event.payment().user()).orElse(null);
        if (payer == null || event instanceof PaymentEvent.PaymentEnded || !firstTime(event.id())) {
            return;
        }
        Language language = payer.language();
        Payment payment = event.payment();
        switch (event) {
            case PaymentEvent.PaymentPaid _ -> sms.notice(payer.phone(), language, "payment.sms.paid", shown(language, payment.amount()),
                    receipts.ofPayment(payment.id()).map(Receipts.Receipt::number).orElse(payment.transactionId()));
            case PaymentEvent.RefundDue _ -> sms.notice(payer.phone(), language, "payment.sms.refund_due", shown(language, payment.amount()), payment.transactionId());
            case PaymentEvent.PaymentRefunded refunded -> sms.notice(payer.phone(), language, "payment.sms.refunded", shown(language, refunded.total()), payment.transactionId());
            case PaymentEvent.PaymentEnded _ -> {
                // The payer was there and has seen it.
            }
        }
    }

    private boolean firstTime(UUID event) {
        return db.sql("INSERT INTO payment_notices (event_id) VALUES (?) ON CONFLICT DO NOTHING").param(event).update() == 1;
    }

    private static String shown(Language language, Taka amount) {
        return language == Language.BANGLA ? amount.bangla() : amount.grouped();
    }
}

package bd.cleancare.simulators.sslcommerz;

import bd.cleancare.simulators.payer.Bill;
import bd.cleancare.simulators.payer.Browser;
import bd.cleancare.simulators.payer.PayerDesk;
import bd.cleancare.simulators.payer.Return;
import bd.cleancare.simulators.payer.Verdict;
import bd.cleancare.simulators.server.Faults;
import bd.cleancare.simulators.sslcommerz.Session.State;

import java.util.Optional;

/** The payer pays here; the notice to the merchant's server and the browser's way back race each other. */
final class Desk implements PayerDesk {

    private final Sessions sessions;
    private final Fields fields;
    private final String merchant;
    private final Faults faults;

    Desk(Sessions sessions, Fields fields, String merchant, Faults faults) {
        this.sessions = sessions;
        this.fields = fields;
        this.merchant = merchant;
        this.faults = faults;
    }

    @Override
    public Optional<Bill> bill(String key) {
        return sessions.find(key).map(session -> new Bill(merchant, session.tranId(), session.poisha(),
                session.state() == State.PENDING));
    }

    @Override
    public Return settle(String key, Verdict verdict, String wallet) {
        sessions.end(key, switch (verdict) {
            case APPROVED -> State.VALID;
            case CANCELLED -> State.CANCELLED;
            case INSUFFICIENT, BLOCKED, WRONG_TOO_OFTEN -> State.FAILED;
        }, wallet).ifPresent(this::notifyMerchant);
        Session session = sessions.find(key).orElseThrow();
        String url = switch (session.state()) {
            case VALID -> "success_url";
            case CANCELLED -> "cancel_url";
            case FAILED, PENDING -> "fail_url";
        };
        return Return.post(session.order().get(url), fields.signed(session));
    }

    private void notifyMerchant(Session session) {
        String url = session.order().getOrDefault("ipn_url", "");
        if (!url.isEmpty()) {
            Browser.followLater(Return.post(url, fields.signed(session)), faults.notice());
        }
    }
}

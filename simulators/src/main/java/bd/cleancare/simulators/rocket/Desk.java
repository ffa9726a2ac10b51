package bd.cleancare.simulators.rocket;

import bd.cleancare.simulators.payer.Bill;
import bd.cleancare.simulators.payer.PayerDesk;
import bd.cleancare.simulators.payer.Return;
import bd.cleancare.simulators.payer.Verdict;
import bd.cleancare.simulators.rocket.Transaction.State;

import java.util.Map;
import java.util.Optional;

/** The bank's page; it sends the browser back by POST, with nothing but the transaction's id. */
final class Desk implements PayerDesk {

    private final Transactions transactions;
    private final String merchant;
    private volatile String successUrl;
    private volatile String failUrl;

    Desk(Transactions transactions, RocketGateway.Options options) {
        this.transactions = transactions;
        this.merchant = options.merchantName();
        returnTo(options.successUrl(), options.failUrl());
    }

    void returnTo(String success, String fail) {
        successUrl = success;
        failUrl = fail;
    }

    @Override
    public Optional<Bill> bill(String id) {
        return transactions.find(id).map(transaction -> new Bill(merchant, transaction.reference(), transaction.poisha(),
                transaction.state() == State.CREATED));
    }

    @Override
    public Return settle(String id, Verdict verdict, String wallet) {
        Transaction ended = transactions.end(id, switch (verdict) {
            case APPROVED -> State.PAID;
            case INSUFFICIENT -> State.INSUFFICIENT;
            case WRONG_TOO_OFTEN -> State.WRONG_PIN;
            case BLOCKED, CANCELLED -> State.ERROR;
        }, wallet);
        String url = ended.state() == State.PAID ? successUrl : failUrl;
        return url.isEmpty() ? Return.nowhere() : Return.post(url, Map.of("trans_id", id));
    }
}

package bd.cleancare.simulators.sslcommerz;

import bd.cleancare.simulators.money.MoneyBook;
import bd.cleancare.simulators.server.Secrets;
import bd.cleancare.simulators.sslcommerz.Session.State;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All sessions, under one lock: a change of state and the money it moves are one step. */
final class Sessions {

    private final SslcommerzGateway.Options options;
    private final MoneyBook money;
    private final Map<String, Session> sessions = new HashMap<>();
    private final Map<String, List<String>> keysByTranId = new HashMap<>();
    /** By val_id and by bank_tran_id, which never look alike. */
    private final Map<String, String> keysOfPaid = new HashMap<>();
    private final Map<String, Session.Refund> refunds = new HashMap<>();

    Sessions(SslcommerzGateway.Options options, MoneyBook money) {
        this.options = options;
        this.money = money;
    }

    synchronized Session open(Map<String, String> order, long poisha) {
        Session session = save(Session.opened(Secrets.upperWord(32), Map.copyOf(order), poisha));
        keysByTranId.computeIfAbsent(session.tranId(), first -> new ArrayList<>()).add(session.key());
        return session;
    }

    synchronized Optional<Session> find(String key) {
        return Optional.ofNullable(sessions.get(key));
    }

    synchronized List<Session> ofTransaction(String tranId) {
        return keysByTranId.getOrDefault(tranId, List.of()).stream().map(sessions::get).toList();
    }

    /**
     * Here the money moves: on the payer's page, whether the merchant ever hears of it or not.
     *
     * @return empty when it was decided before
     */
    synchronized Optional<Session> end(String key, State end, String wallet) {
        Session session = sessions.get(key);
        if (session.state() != State.PENDING) {
            return Optional.empty();
        }
        Instant now = options.clock().instant();
        boolean paid = end == State.VALID;
        String bankTranId = Times.compact(now) + Secrets.upperWord(10);
        Session ended = save(session.ended(end, wallet, bankTranId, paid ? Times.compact(now) + Secrets.word(12) : null, now));
        if (paid) {
            keysOfPaid.put(ended.valId(), key);
            keysOfPaid.put(bankTranId, key);
            money.paid(bankTranId, ended.tranId(), wallet, ended.poisha());
        }
        return Optional.of(ended);
    }

    /** Tells and remembers that it was told. */
    synchronized Optional<Session> validate(String valId) {
        Optional<Session> found = findPaid(valId);
        found.ifPresent(session -> save(session.seen()));
        return found;
    }

    /** Empty when there is no such payment or not that much of it is left. */
    synchronized Optional<Session.Refund> refund(String bankTranId, long poisha, String refundTransId) {
        return findPaid(bankTranId).filter(session -> poisha <= session.refundable())
                .map(session -> {
                    Session.Refund refund = new Session.Refund(Secrets.word(20), bankTranId, poisha, refundTransId,
                            options.clock().instant());
                    save(session.refunded(refund));
                    refunds.put(refund.refId(), refund);
                    money.refunded(refund.refId(), session.tranId(), session.wallet(), poisha);
                    return refund;
                });
    }

    synchronized Optional<Session.Refund> findRefund(String refId) {
        return Optional.ofNullable(refunds.get(refId));
    }

    synchronized String tranIdOf(Session.Refund refund) {
        return findPaid(refund.bankTranId()).map(Session::tranId).orElse("");
    }

    private Optional<Session> findPaid(String id) {
        return Optional.ofNullable(keysOfPaid.get(id)).map(sessions::get);
    }

    private Session save(Session session) {
        sessions.put(session.key(), session);
        return session;
    }
}

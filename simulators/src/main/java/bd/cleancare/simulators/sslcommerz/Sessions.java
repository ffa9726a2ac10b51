package bd.cleancare.simulators.sslcommerz;

import bd.cleancare.simulators.money.MoneyBook;
import bd.cleancare.simulators.server.Memory;
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

    private final Memory memory;
    private final SslcommerzGateway.Options options;
    private final MoneyBook money;
    private final Memory.Shelf<Session> sessions;
    private final Map<String, List<String>> keysByTranId = new HashMap<>();
    /** By val_id and by bank_tran_id, which never look alike. */
    private final Map<String, String> keysOfPaid = new HashMap<>();
    private final Map<String, Session.Refund> refunds = new HashMap<>();

    Sessions(Memory memory, SslcommerzGateway.Options options, MoneyBook money) {
        this.memory = memory;
        this.sessions = memory.shelf("sessions", Session.class);
        this.options = options;
        this.money = money;
        sessions.values().forEach(this::index);
    }

    synchronized Session open(Map<String, String> order, long poisha) {
        Session session = Session.opened(Secrets.upperWord(32), Map.copyOf(order), poisha);
        index(session);
        return save(session);
    }

    synchronized Optional<Session> find(String key) {
        return sessions.get(key);
    }

    synchronized List<Session> ofTransaction(String tranId) {
        return keysByTranId.getOrDefault(tranId, List.of()).stream().flatMap(key -> find(key).stream()).toList();
    }

    /**
     * Here the money moves: on the payer's page, whether the merchant ever hears of it or not.
     *
     * @return empty when it was decided before
     */
    synchronized Optional<Session> end(String key, State end, String wallet) {
        Session session = find(key).orElseThrow();
        if (session.state() != State.PENDING) {
            return Optional.empty();
        }
        Instant now = options.clock().instant();
        boolean paid = end == State.VALID;
        String bankTranId = Times.compact(now) + Secrets.upperWord(10);
        Session ended = session.ended(end, wallet, bankTranId, paid ? Times.compact(now) + Secrets.word(12) : null, now);
        memory.step(() -> {
            save(ended);
            if (paid) {
                money.paid(bankTranId, ended.tranId(), wallet, ended.poisha());
            }
        });
        indexPaid(ended);
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
                    refunds.put(refund.refId(), refund);
                    memory.step(() -> {
                        save(session.refunded(refund));
                        money.refunded(refund.refId(), session.tranId(), session.wallet(), poisha);
                    });
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
        return Optional.ofNullable(keysOfPaid.get(id)).flatMap(sessions::get);
    }

    private Session save(Session session) {
        return sessions.put(session.key(), session);
    }

    private void index(Session session) {
        keysByTranId.computeIfAbsent(session.tranId(), first -> new ArrayList<>()).add(session.key());
        session.refunds().forEach(refund -> refunds.put(refund.refId(), refund));
        indexPaid(session);
    }

    private void indexPaid(Session session) {
        if (session.valId() != null) {
            keysOfPaid.put(session.valId(), session.key());
            keysOfPaid.put(session.bankTranId(), session.key());
        }
    }
}

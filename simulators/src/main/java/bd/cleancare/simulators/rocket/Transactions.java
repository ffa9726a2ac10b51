package bd.cleancare.simulators.rocket;

import bd.cleancare.simulators.money.MoneyBook;
import bd.cleancare.simulators.rocket.Transaction.State;
import bd.cleancare.simulators.server.Memory;
import bd.cleancare.simulators.server.Secrets;

import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/** All transactions, under one lock. The bank documents no protection against using a reference twice, so there is none. */
final class Transactions {

    private static final String ROCKET = "6";

    /** @param error null when there is a transaction */
    record Created(Transaction transaction, String error) {
    }

    private final Memory memory;
    private final RocketGateway.Credentials credentials;
    private final MoneyBook money;
    private final Clock clock;
    private final Memory.Shelf<Transaction> transactions;

    Transactions(Memory memory, RocketGateway.Credentials credentials, MoneyBook money, Clock clock) {
        this.memory = memory;
        this.transactions = memory.shelf("transactions", Transaction.class);
        this.credentials = credentials;
        this.money = money;
        this.clock = clock;
    }

    boolean knows(String userId, String password) {
        return credentials.userId().equals(userId) && credentials.password().equals(password);
    }

    Created create(String userId, String password, String amount, String cardType, String reference, String clientIp) {
        if (!knows(userId, password)) {
            return new Created(null, "Authentication failed");
        }
        if (!amount.matches("[1-9][0-9]{0,11}")) {
            return new Created(null, "Invalid amount");
        }
        if (!cardType.equals(ROCKET)) {
            return new Created(null, "Card type not enabled for this merchant");
        }
        if (reference.isBlank() || clientIp.isBlank()) {
            return new Created(null, "Missing parameter");
        }
        return new Created(save(Transaction.created(newId(), reference, Long.parseLong(amount))), null);
    }

    synchronized Optional<Transaction> find(String id) {
        return transactions.get(id);
    }

    /** Here the money moves: on the bank's page, whether the merchant ever asks or not. */
    synchronized Transaction end(String id, State end, String wallet) {
        Transaction transaction = find(id).orElseThrow();
        if (transaction.state() != State.CREATED) {
            return transaction;
        }
        boolean paid = end == State.PAID;
        Transaction ended = transaction.ended(end, Secrets.digits(12), paid ? Secrets.digits(6) : null, wallet, clock.instant());
        memory.step(() -> {
            save(ended);
            if (paid) {
                money.paid(ended.rrn(), ended.reference(), wallet, ended.poisha());
            }
        });
        return ended;
    }

    private Transaction save(Transaction transaction) {
        return transactions.put(transaction.id(), transaction);
    }

    /** 28 characters of base64, which end in = and may hold + and /: whoever forgets to encode them in a URL is found out. */
    private static String newId() {
        return Base64.getEncoder().encodeToString(Secrets.bytes(20));
    }
}

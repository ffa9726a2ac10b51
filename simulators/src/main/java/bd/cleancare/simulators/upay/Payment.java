package bd.cleancare.simulators.upay;

import java.time.Instant;

record Payment(Order order, String sessionId, String trxId, Instant created, State state, String wallet, Instant ended, long refunded) {

    enum State {
        PENDING("pending", "pending"), SUCCESS("success", "successful"), FAILED("failed", "failed"),
        CANCELLED("cancelled", "cancelled"), EXPIRED("expired", "expired");

        /** In the status query. */
        final String word;
        /** On the way back through the browser, where Upay says it differently. */
        final String browserWord;

        State(String word, String browserWord) {
            this.word = word;
            this.browserWord = browserWord;
        }
    }

    record Order(String txnId, String invoiceId, long poisha, String merchantName, String redirectUrl) {
    }

    static Payment created(Order order, String sessionId, String trxId, Instant now) {
        return new Payment(order, sessionId, trxId, now, State.PENDING, "", null, 0);
    }

    Payment ended(State end, String by, Instant now) {
        return new Payment(order, sessionId, trxId, created, end, by, now, 0);
    }

    Payment refunded(long poisha) {
        return new Payment(order, sessionId, trxId, created, state, wallet, ended, refunded + poisha);
    }
}

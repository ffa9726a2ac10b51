package bd.cleancare.simulators.rocket;

import java.time.Instant;

/** @param approvalCode null until the payer has paid */
record Transaction(String id, String reference, long poisha, State state, String rrn, String approvalCode, String wallet, Instant ended) {

    /** What the bank says before the payer has decided is not known for certain; a merchant must take any word but OK for open. */
    enum State {
        CREATED("CREATED", ""), PAID("OK", "000"), INSUFFICIENT("FAILED", "116"), WRONG_PIN("FAILED", "117"), ERROR("FAILED", "911");

        final String result;
        final String code;

        State(String result, String code) {
            this.result = result;
            this.code = code;
        }
    }

    static Transaction created(String id, String reference, long poisha) {
        return new Transaction(id, reference, poisha, State.CREATED, "", null, "", null);
    }

    Transaction ended(State end, String newRrn, String newApprovalCode, String by, Instant now) {
        return new Transaction(id, reference, poisha, end, newRrn, newApprovalCode, by, now);
    }

    /** Like a card number, which a wallet is to this gateway. */
    String maskedWallet() {
        return wallet.isEmpty() ? "" : "999999*********" + wallet.substring(wallet.length() - 4);
    }
}

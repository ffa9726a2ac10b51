package bd.cleancare.simulators.payer;

/** How a payer's visit to the gateway's page ended. */
public enum Verdict {
    APPROVED, CANCELLED, INSUFFICIENT, BLOCKED, WRONG_TOO_OFTEN;

    String word() {
        return name().toLowerCase().replace('_', '-');
    }
}

package bd.cleancare.payments.ledger;

/** Names of the accounts. */
public final class Accounts {

    public static final String BANK = "bank";
    public static final String REFUNDS_PAYABLE = "refunds-payable";
    /** What people paid beyond their bill: theirs until it is used or given back. */
    public static final String CREDIT = "credit";
    public static final String SUSPENSE = "suspense";
    public static final String GATEWAY_FEE = "expense:gateway-fee";
    public static final String WRITE_OFF = "expense:write-off";

    private Accounts() {
    }

    /** What a gateway holds for the city until it settles. */
    public static String clearing(String gateway) {
        return "clearing:" + gateway;
    }

    public static String revenue(String serviceType) {
        return "revenue:" + serviceType;
    }
}

package bd.cleancare.simulators.payer;

import java.util.Set;

/**
 * Test wallets and what becomes of a payment with them. Every other mobile number has money enough.
 * The numbers are those of bKash's public sandbox.
 */
public record Wallets(Set<String> insufficient, Set<String> blocked, String otp, String pin) {

    /** One that can always pay. */
    public static final String GOOD = "01770618575";

    public static Wallets fixtures() {
        return new Wallets(Set.of("01823074817"), Set.of("01823074818"), "123456", "12121");
    }

    /** Rocket's wallets have a check digit after the mobile number. */
    boolean isWallet(String number) {
        return number.matches("01[3-9][0-9]{8}[0-9]?");
    }

    Verdict verdict(String number) {
        String mobile = number.substring(0, 11);
        if (insufficient.contains(mobile)) {
            return Verdict.INSUFFICIENT;
        }
        return blocked.contains(mobile) ? Verdict.BLOCKED : Verdict.APPROVED;
    }
}

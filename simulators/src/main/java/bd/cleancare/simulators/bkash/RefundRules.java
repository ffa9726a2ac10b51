package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.money.Poisha;

/** What both refund endpoints ask of a request before they look at the payment. */
final class RefundRules {

    private RefundRules() {
    }

    static long check(String amount, String sku, String reason) throws RefusedByBkash {
        require(!sku.isBlank(), Code.REFUND_SKU);
        require(sku.length() <= 255, Code.REFUND_SKU_LONG);
        require(!reason.isBlank(), Code.REFUND_REASON);
        require(reason.length() <= 255, Code.REFUND_REASON_LONG);
        return Poisha.parse(amount).orElseThrow(() -> new RefusedByBkash(Code.REFUND_AMOUNT));
    }

    private static void require(boolean kept, Code code) throws RefusedByBkash {
        if (!kept) {
            throw new RefusedByBkash(code);
        }
    }
}

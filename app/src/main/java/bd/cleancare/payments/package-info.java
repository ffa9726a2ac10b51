/** Bills, payments and the gateways behind them, a ledger that always balances, refunds, reconciliation, receipts. */
@ApplicationModule(allowedDependencies = {"shared", "platform", "users", "notifications"})
package bd.cleancare.payments;

import org.springframework.modulith.ApplicationModule;

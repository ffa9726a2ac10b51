package bd.cleancare.payments.web;

import bd.cleancare.payments.ledger.Ledger;
import bd.cleancare.payments.ledger.LedgerCheck;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Taka;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The books: what every account holds, and whether the journal is sound. */
@RestController
@RequestMapping("/api/payments/ledger")
class LedgerApi {

    private final Ledger ledger;
    private final LedgerCheck check;

    LedgerApi(Ledger ledger, LedgerCheck check) {
        this.ledger = ledger;
        this.check = check;
    }

    @Summary("Read what every account of the ledger holds")
    @GetMapping
    @Access(Access.Rule.SUPER_ADMINS)
    Map<String, Object> trialBalance() {
        Map<String, Taka> balances = ledger.trialBalance();
        var accounts = new LinkedHashMap<String, String>();
        balances.forEach((account, balance) -> accounts.put(account, balance.plain()));
        return Map.of("accounts", accounts, "sum", balances.values().stream().reduce(Taka.ZERO, Taka::plus).plain());
    }

    @Summary("Check that the ledger is sound")
    @PostMapping("/verify")
    @Access(Access.Rule.SUPER_ADMINS)
    Map<String, Object> verify() {
        LedgerCheck.Report report = check.check();
        return Map.of("transactions", report.transactions(), "sound", report.sound(), "problems", report.problems());
    }
}

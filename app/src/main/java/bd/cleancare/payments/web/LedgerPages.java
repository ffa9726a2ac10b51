package bd.cleancare.payments.web;

import bd.cleancare.payments.ledger.Ledger;
import bd.cleancare.payments.ledger.LedgerCheck;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The books on a page. */
@Controller
class LedgerPages {

    private static final String LEDGER = PaymentDeskPages.PAYMENTS + "ledger/";

    private final Ledger ledger;
    private final LedgerCheck check;
    private final PayerParts parts;

    LedgerPages(Ledger ledger, LedgerCheck check, PayerParts parts) {
        this.ledger = ledger;
        this.check = check;
        this.parts = parts;
    }

    @GetMapping(LEDGER)
    @Access(Access.Rule.SUPER_ADMINS)
    Page balance() {
        return page(null);
    }

    /** Walks through the whole journal; on a big one this takes a while, so it waits for somebody to ask. */
    @PostMapping(LEDGER)
    @Access(Access.Rule.SUPER_ADMINS)
    Page verify() {
        return page(check.check());
    }

    private Page page(LedgerCheck.Report report) {
        return Page.of("payments/ledger").with("balances", ledger.trialBalance()).with("services", parts.services()).with("report", report);
    }
}

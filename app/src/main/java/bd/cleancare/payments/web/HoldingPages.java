package bd.cleancare.payments.web;

import bd.cleancare.payments.Bills;
import bd.cleancare.payments.Holdings;
import bd.cleancare.payments.Holdings.Holding;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Holdings and their bills at the desk. */
@Controller
class HoldingPages {

    private static final String HOLDINGS = PaymentDeskPages.PAYMENTS + "holdings/";
    private static final int LONGEST_SEARCH = 60;

    private final Holdings holdings;
    private final Bills bills;
    private final PayerParts parts;

    HoldingPages(Holdings holdings, Bills bills, PayerParts parts) {
        this.holdings = holdings;
        this.bills = bills;
        this.parts = parts;
    }

    @GetMapping(HOLDINGS)
    @Access(Access.Rule.ADMINS)
    Page list(Viewer viewer, @RequestParam(required = false) String q, @RequestParam(required = false) String after) {
        String search = usable(q);
        List<Holding> found = holdings.find(search, usable(after), viewer);
        boolean more = found.size() > Holdings.pageSize();
        List<Holding> page = more ? found.subList(0, Holdings.pageSize()) : found;
        return Page.of("payments/holdings").with("holdings", page).with("next", more ? page.getLast().key() : null).with("form", Form.empty().value("q", search));
    }

    @GetMapping(HOLDINGS + "{id}/")
    @Access(Access.Rule.ADMINS)
    Page one(@PathVariable String id, Viewer viewer) {
        Holding holding = holdings.one(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
        return Page.of("payments/holding").with("holding", holding).with("bills", bills.ofHolding(holding)).with("services", parts.services());
    }

    private static String usable(String text) {
        return text == null || text.isBlank() || text.length() > LONGEST_SEARCH || text.indexOf('\0') >= 0 ? null : text.strip();
    }
}

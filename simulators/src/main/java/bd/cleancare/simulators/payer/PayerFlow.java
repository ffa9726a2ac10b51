package bd.cleancare.simulators.payer;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Faults;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Leads a payer, or a test in the payer's place, through a gateway's page and back to the merchant. */
public final class PayerFlow {

    private static final int TRIES = 3;

    private final PayerDesk desk;
    private final PayerPage page;
    private final Wallets wallets;
    private final Faults faults;
    private final Map<String, Integer> wrongTries = new ConcurrentHashMap<>();

    public PayerFlow(PayerDesk desk, PayerPage page, Wallets wallets, Faults faults) {
        this.desk = desk;
        this.page = page;
        this.wallets = wallets;
        this.faults = faults;
    }

    /** @param idOf finds the payment in a request for the page; its path is the gateway's own */
    public void addTo(Routes routes, String pagePath, Function<Request, String> idOf) {
        routes.get(pagePath, request -> show(idOf.apply(request)));
        routes.post("/payer", this::submitted);
        routes.control("POST", "/__sim/pay/{id*}", request -> autoPilot(request.path("id"), request.json()));
    }

    private Answer show(String id) {
        Optional<Bill> bill = desk.bill(id);
        if (bill.isEmpty()) {
            return Answer.of(404, "text/html;charset=UTF-8", page.notice("এই লেনদেন পাওয়া যায়নি।", "There is no such payment."));
        }
        return bill.get().open() ? Answer.html(page.form(id, bill.get(), wallets, "", "")) : Answer.html(page.notice(
                "এই লেনদেন শেষ হয়েছে।", "This payment is over."));
    }

    private Answer submitted(Request request) {
        String id = request.param("id");
        Optional<Bill> bill = desk.bill(id);
        if (bill.isEmpty()) {
            return show(id);
        }
        Decision decision = decide(id, request.param("action"), request.param("wallet"), request.param("otp"), request.param("pin"));
        if (decision.verdict == null) {
            return Answer.html(page.form(id, bill.get(), wallets, decision.complaint, request.param("wallet")));
        }
        return sendBack(desk.settle(id, decision.verdict, request.param("wallet")));
    }

    private Answer sendBack(Return back) {
        Faults.Delivery delivery = back.url() == null ? new Faults.Delivery(0, 0) : faults.browser();
        if (delivery.times() == 0) {
            return Answer.html(page.notice("আপনি এই পাতা বন্ধ করতে পারেন।", "You may close this page."));
        }
        // The payer's own browser is one of them.
        Browser.followLater(back, new Faults.Delivery(delivery.times() - 1, delivery.delayMs()));
        return back.method().equals("GET") ? Answer.redirect(back.url()) : Answer.html(page.selfPostingForm(back));
    }

    /** A payer without hands: everything but the payment's id has a default, and {@code follow} goes back to the merchant as well. */
    private Answer autoPilot(String id, JsonNode wish) {
        if (desk.bill(id).isEmpty()) {
            return Answer.json(404, Json.object().put("error", "no such payment"));
        }
        String wallet = wish.path("wallet").asString(Wallets.GOOD);
        Decision decision = decide(id, wish.path("action").asString("pay"), wallet,
                wish.path("otp").asString(wallets.otp()), wish.path("pin").asString(wallets.pin()));
        if (decision.verdict == null) {
            return Answer.json(Json.object().put("outcome", decision.complaint));
        }
        Return back = desk.settle(id, decision.verdict, wallet);
        ObjectNode reply = Json.object().put("outcome", decision.verdict.word()).put("method", back.method()).put("url", back.url());
        back.fields().forEach(reply.putObject("fields")::put);
        if (wish.path("follow").asBoolean(false) && back.url() != null) {
            Browser.follow(back, faults.browser()).forEach(reply.putArray("followed")::add);
        }
        return Answer.json(reply);
    }

    /** @param verdict null while the payer may try again */
    private record Decision(Verdict verdict, String complaint) {
    }

    private Decision decide(String id, String action, String wallet, String otp, String pin) {
        if (action.equals("cancel")) {
            return new Decision(Verdict.CANCELLED, "");
        }
        String complaint = !wallets.isWallet(wallet) ? "wrong-wallet"
                : !wallets.otp().equals(otp) ? "wrong-otp"
                : !wallets.pin().equals(pin) ? "wrong-pin" : "";
        if (complaint.isEmpty()) {
            return new Decision(wallets.verdict(wallet), "");
        }
        return wrongTries.merge(id, 1, Integer::sum) < TRIES ? new Decision(null, complaint) : new Decision(Verdict.WRONG_TOO_OFTEN, "");
    }
}

package bd.cleancare.demo;

import bd.cleancare.demo.DemoAccounts.DemoAccount;
import bd.cleancare.demo.DemoBills.Demand;
import bd.cleancare.payments.Bills;
import bd.cleancare.payments.Method;
import bd.cleancare.shared.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo's bills, some of them paid through the simulated gateways. A later start finds the bills and pays only what no try was made for. */
@Component
@Profile("demo")
class DemoPayments {

    private final DemoBills demoBills;
    private final Bills bills;
    private final DemoPayer payer;
    private final DemoDesk desk;
    private final DemoAccounts accounts;

    DemoPayments(DemoBills demoBills, Bills bills, DemoPayer payer, DemoDesk desk, DemoAccounts accounts) {
        this.demoBills = demoBills;
        this.bills = bills;
        this.payer = payer;
        this.desk = desk;
        this.accounts = accounts;
    }

    /** @param baseUrl where this demo runs, for the way back from a gateway */
    void create(String baseUrl) {
        List<Demand> demands = demoBills.demands();
        Map<String, DemoAccount> owners = new LinkedHashMap<>();
        Stream.concat(Stream.of(DemoAccounts.CITIZEN), accounts.citizens().stream()).forEach(account -> owners.put(account.phone(), account));
        boolean first = bills.mine(accounts.viewer(DemoAccounts.CITIZEN)).isEmpty();
        if (first) {
            demoBills.bringIn(demands, owners);
        }
        for (DemoAccount owner : owners.values()) {
            demands.stream().filter(demand -> demand.ownerPhone().equals(owner.phone()) && demand.paidWith() != null).forEach(demand -> pay(demand, owner, baseUrl));
        }
        if (first) {
            desk.leaveWork(payer.pageOf("nagad"));
        }
    }

    private void pay(Demand demand, DemoAccount owner, String baseUrl) {
        Viewer viewer = accounts.viewer(owner);
        bills.mine(viewer).stream().filter(bill -> bill.number().equals(demand.billNumber()) && bill.payable().isPositive()).findFirst()
                .ifPresent(bill -> payer.pays(bill, Method.ofWord(demand.paidWith()).orElseThrow(), owner, viewer, baseUrl));
    }
}

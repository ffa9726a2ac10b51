package bd.cleancare.demo;

import bd.cleancare.demo.DemoAccounts.DemoAccount;
import bd.cleancare.payments.BillImport;
import bd.cleancare.payments.Bills;
import bd.cleancare.payments.Method;
import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Viewer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * The demo's holdings and bills, brought in as the tax office's file, and some of them paid through the simulated gateways. A later
 * start finds the bills and pays only what no try was made for.
 */
@Component
@Profile("demo")
class DemoPayments {

    /** @param paidWith the wallet, null for a bill that is left for whoever tries the demo */
    private record Demand(String holdingNumber, String ownerPhone, String wardNumber, String address, String billNumber, String serviceType, String period, String demand,
            int dueInDays, String paidWith) {
    }

    private final BillImport imports;
    private final Bills bills;
    private final DemoPayer payer;
    private final DemoDesk desk;
    private final DemoAccounts accounts;
    private final DemoFiles files;

    DemoPayments(BillImport imports, Bills bills, DemoPayer payer, DemoDesk desk, DemoAccounts accounts, DemoFiles files) {
        this.imports = imports;
        this.bills = bills;
        this.payer = payer;
        this.desk = desk;
        this.accounts = accounts;
        this.files = files;
    }

    /** @param baseUrl where this demo runs, for the way back from a gateway */
    void create(String baseUrl) {
        List<Demand> demands = files.json("bills.json", new TypeReference<>() {
        });
        Map<String, DemoAccount> owners = new LinkedHashMap<>();
        Stream.concat(Stream.of(DemoAccounts.CITIZEN), accounts.citizens().stream()).forEach(account -> owners.put(account.phone(), account));
        boolean first = bills.mine(accounts.viewer(DemoAccounts.CITIZEN)).isEmpty();
        if (first) {
            imports.run(file(demands, owners));
        }
        for (DemoAccount owner : owners.values()) {
            demands.stream().filter(demand -> demand.ownerPhone().equals(owner.phone()) && demand.paidWith() != null).forEach(demand -> pay(demand, owner, baseUrl));
        }
        if (first) {
            desk.leaveWork(payer.pageOf("nagad"));
        }
    }

    private static String file(List<Demand> demands, Map<String, DemoAccount> owners) {
        LocalDate today = LocalDate.now(CityTime.ZONE);
        return BillImport.HEADER + "\n" + demands.stream().map(demand -> {
            DemoAccount owner = owners.get(demand.ownerPhone());
            return String.join(",", demand.holdingNumber(), owner == null ? "হোল্ডিং মালিক (ডেমো)" : owner.name(), demand.ownerPhone(), demand.wardNumber(),
                    "\"" + demand.address() + "\"", demand.billNumber(), demand.serviceType(), demand.period(), demand.demand(), today.plusDays(demand.dueInDays()).toString());
        }).collect(Collectors.joining("\n"));
    }

    private void pay(Demand demand, DemoAccount owner, String baseUrl) {
        Viewer viewer = accounts.viewer(owner);
        bills.mine(viewer).stream().filter(bill -> bill.number().equals(demand.billNumber()) && bill.payable().isPositive()).findFirst()
                .ifPresent(bill -> payer.pays(bill, Method.ofWord(demand.paidWith()).orElseThrow(), owner, viewer, baseUrl));
    }
}

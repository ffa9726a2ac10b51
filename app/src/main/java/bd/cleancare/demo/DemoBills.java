package bd.cleancare.demo;

import bd.cleancare.demo.DemoAccounts.DemoAccount;
import bd.cleancare.payments.BillImport;
import bd.cleancare.shared.CityTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The demo's holdings and what is demanded of them, brought in as the tax office's file. */
@Component
@Profile("demo")
class DemoBills {

    /** @param paidWith the wallet, null for a bill that is left for whoever tries the demo */
    record Demand(String holdingNumber, String ownerPhone, String wardNumber, String address, String billNumber, String serviceType, String period, String demand,
            int dueInDays, String paidWith) {
    }

    private final DemoFiles files;
    private final BillImport imports;

    DemoBills(DemoFiles files, BillImport imports) {
        this.files = files;
        this.imports = imports;
    }

    List<Demand> demands() {
        return files.json("bills.json", new TypeReference<>() {
        });
    }

    /** @param owners by their phone */
    void bringIn(List<Demand> demands, Map<String, DemoAccount> owners) {
        imports.run(file(demands, owners));
    }

    private static String file(List<Demand> demands, Map<String, DemoAccount> owners) {
        LocalDate today = LocalDate.now(CityTime.ZONE);
        return BillImport.HEADER + "\n" + demands.stream().map(demand -> {
            DemoAccount owner = owners.get(demand.ownerPhone());
            return String.join(",", demand.holdingNumber(), owner == null ? "হোল্ডিং মালিক (ডেমো)" : owner.name(), demand.ownerPhone(), demand.wardNumber(),
                    "\"" + demand.address() + "\"", demand.billNumber(), demand.serviceType(), demand.period(), demand.demand(), today.plusDays(demand.dueInDays()).toString());
        }).collect(Collectors.joining("\n"));
    }
}

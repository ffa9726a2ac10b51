package bd.cleancare.payments;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class BillImportTest {

    private static final String HEADER = "holding_number,owner_name,owner_phone,ward_number,address,bill_number,service_type,period,demand,due_on\n";

    @Autowired
    Api api;
    @Autowired
    People people;

    @Test
    void goodRowsGoInBadOnesAreReportedAndTheSameFileChangesNothing() {
        Person chief = people.superAdmin();
        Person owner = people.citizen();
        String file = "\ufeff" + HEADER + "H/১২-৩,\"রহিম, মালিক\"," + owner.phone().canonical() + ",৭,\"Road 5, \"\"Block A\"\"\",IMP-1,holding-tax,2026-27,\"১,২০,০০০.৫০\",2026-12-31\n"
                + "H/12-4,Somebody,12345,7,,IMP-2,holding-tax,2026-27,100,2026-12-31\n"
                + "H/12-5,Somebody,,7,,IMP-3,no-such,2026-27,-5,31/12/2026\n"
                + "too,short\n";
        var result = run(chief, file);
        assertThat(result.body().path("created").asInt()).as(result.text()).isEqualTo(1);
        assertThat(result.body().path("errors").valueStream().map(error -> error.path("row").asInt() + " " + error.path("column").asString()))
                .containsExactly("3 owner_phone", "4 service_type", "4 demand", "4 due_on", "5 ");
        var bill = api.as(owner.accessToken()).get("/api/payments/bills/").body().path("bills").get(0);
        assertThat(bill.path("payable").asString()).isEqualTo("120000.50");
        assertThat(bill.path("holding_number").asString()).isEqualTo("H/১২-৩");
        assertThat(run(chief, file).body().path("unchanged").asInt()).isEqualTo(1);

        String found = api.as(people.citizen().accessToken()).get("/api/payments/bills/?holding_number=h/12-3").body().path("bills").get(0).path("number").asString();
        assertThat(found).isEqualTo("IMP-1");
        assertThat(run(chief, file.replace("১,২০,০০০.৫০", "500")).body().path("changed").asInt()).isEqualTo(1);
        assertThat(run(chief, "a,b\n1,2\n").body().path("errors").get(0).path("row").asInt()).isEqualTo(1);
        assertThat(run(owner, file).status()).isEqualTo(403);
    }

    private Api.Answer run(Person by, String csv) {
        return api.send(api.as(by.accessToken()).request("/api/payments/bills/import/").header("Content-Type", "text/csv; charset=utf-8").POST(BodyPublishers.ofString(csv)));
    }
}

package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentFlowTest.atOnce;
import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.shared.Ids;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@AppTest
@Import(PaymentWorld.class)
class ReceiptTest {

    @Autowired
    Api api;
    @Autowired
    People people;
    @Autowired
    PaymentWorld world;
    @Autowired
    JdbcClient db;
    @Autowired
    Receipts receipts;
    @Autowired
    TransactionOperations transaction;

    Person citizen;
    UUID payment;

    @BeforeEach
    void somebodyHasPaid() {
        world.heal();
        citizen = people.citizen();
        var begun = world.pay(citizen, world.bill(citizen, "123456.50"), "bkash");
        world.bkash.pays(world.gatewayPaymentOf(begun));
        payment = paymentOf(begun);
    }

    @Test
    void pdfCarriesNumbersThatCanBeSearchedAndLooksRight() throws Exception {
        var answer = api.as(citizen.accessToken()).get("/api/payments/" + payment + "/receipt/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        try (var pdf = Loader.loadPDF(answer.bytes())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains(receipts.ofPayment(payment).orElseThrow().number()).contains("1,23,456.50")
                    .contains("One lakh twenty-three thousand four hundred fifty-six taka and fifty poisha only")
                    .contains(atTheGateway("gateway_trx_id")).contains(atTheGateway("payer_masked").replaceAll("\\D+", " ")).doesNotContainPattern("01\\d{9}");
            var resources = pdf.getPage(0).getResources();
            assertThat(resources.getFontNames()).as("nobody's machine is searched for a font").hasSize(1)
                    .allSatisfy(name -> assertThat(resources.getFont(name).isEmbedded()).isTrue());
            assertThat(Files.size(picture(pdf, "receipt"))).isGreaterThan(10_000);
        }
        assertThat(answer.bytes().length).isLessThan(400_000);
    }

    @Test
    void receiptIsTheOwnersAndVerifiesForAnybodyUntilItIsAltered() {
        assertThat(api.as(people.citizen().accessToken()).get("/api/payments/" + payment + "/receipt/").status()).isEqualTo(404);
        var receipt = receipts.ofPayment(payment).orElseThrow();
        String token = receipts.token(receipt.id());
        var verified = api.get("/api/payments/receipts/" + receipt.id() + "/" + token + "/");
        assertThat(verified.body().path("number").asString()).isEqualTo(receipt.number());
        assertThat(verified.body().path("amount").asString()).isEqualTo("123456.50");
        assertThat(verified.body().path("amount_words_bn").asString()).startsWith("এক লাখ");
        assertThat(api.get("/receipts/" + receipt.id() + "/" + token).status()).isEqualTo(200);
        String altered = (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1);
        assertThat(api.get("/api/payments/receipts/" + receipt.id() + "/" + altered + "/").status()).isEqualTo(404);
        assertThat(api.get("/api/payments/receipts/" + Ids.next() + "/" + token + "/").status()).isEqualTo(404);
        assertThat(api.get("/receipts/" + receipt.id() + "/" + altered).status()).isEqualTo(404);
    }

    @Test
    void refundShowsOnReceiptAndVerification() throws Exception {
        Person maker = people.admin();
        var asked = api.as(maker.accessToken()).with("Idempotency-Key", "r1").post("/api/payments/" + payment + "/refunds/",
                Map.of("amount", "123456.50", "refundable", "123456.50", "reason", "paid for the wrong house"));
        api.as(people.admin().accessToken()).post("/api/payments/refunds/" + asked.body().path("id").asString() + "/approve/", Map.of());
        var receipt = receipts.ofPayment(payment).orElseThrow();
        assertThat(api.get("/api/payments/receipts/" + receipt.id() + "/" + receipts.token(receipt.id()) + "/").body().path("status").asString()).isEqualTo("refunded");
        assertThat(api.get("/receipts/" + receipt.id() + "/" + receipts.token(receipt.id())).text()).contains("ফেরত দেওয়া হয়েছে").contains("REFUNDED");
        try (var pdf = Loader.loadPDF(api.as(citizen.accessToken()).get("/api/payments/" + payment + "/receipt/").bytes())) {
            assertThat(Files.size(picture(pdf, "receipt-refunded"))).isGreaterThan(10_000);
        }
    }

    /** A time is told as on every other page, and the numbers of papers as they are printed: to be copied, and found again in either script. */
    @Test
    void banglaReceiptTellsTheTimeTheBanglaWayAndNumbersAsTheyArePrinted() {
        db.sql("UPDATE receipts SET issued_at = '2026-11-22T09:05:00Z' WHERE payment_id = ?").param(payment).update();
        var receipt = receipts.ofPayment(payment).orElseThrow();
        String address = "/receipts/" + receipt.id() + "/" + receipts.token(receipt.id());
        assertThat(api.get(address).text()).contains("২২ নভেম্বর, ২০২৬, বিকাল ৩:০৫").doesNotContain("১৫:০৫");
        assertThat(api.with("Cookie", "language=en").get(address).text()).contains("22 November 2026, 3:05 pm");
        String bill = db.sql("SELECT b.number FROM bills b JOIN payments p ON p.bill_id = b.id WHERE p.id = ?").param(payment).query(String.class).single();
        assertThat(api.get(address).text()).contains(bill);
        var desk = api.with("Cookie", "session=" + people.cookieOf(people.admin()));
        for (String typed : java.util.List.of(bill, bd.cleancare.shared.Digits.toBangla(bill))) {
            assertThat(desk.get("/console/payments/?q=" + java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8)).text())
                    .contains("/console/payments/" + payment + "/");
        }
    }

    /** 200 at once, a third of them rolled back: no gap, no duplicate. */
    @Test
    void numbersHaveNoGapAndNoDuplicate() {
        db.sql("INSERT INTO service_types (code, name_bn, name_en, free_amount, receipt_series) VALUES ('gapless', 'ক', 'K', true, 'ZZ') ON CONFLICT DO NOTHING").update();
        atOnce(200, i -> transaction.execute(status -> {
            receipts.issue(paymentRow(), "ZZ");
            if (i % 3 == 0) {
                status.setRollbackOnly();
            }
            return null;
        }));
        var numbers = db.sql("SELECT number FROM receipts WHERE series = 'ZZ' ORDER BY number").query(Integer.class).list();
        assertThat(numbers).hasSize(133).isEqualTo(java.util.stream.IntStream.rangeClosed(1, 133).boxed().toList());
    }

    private static Path picture(PDDocument pdf, String name) throws IOException {
        Path shown = Path.of("target/" + name + ".png");
        ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(0, 110), "png", shown.toFile());
        return shown;
    }

    private String atTheGateway(String column) {
        return db.sql("SELECT " + column + " FROM payment_attempts WHERE payment_id = ?").param(payment).query(String.class).single();
    }

    private UUID paymentRow() {
        UUID id = Ids.next();
        db.sql("""
                INSERT INTO payments (id, transaction_id, user_id, service_type, service_label, amount_poisha, method, phone, expires_at)
                VALUES (?, ?, ?, 'water', 'water', 100, 'bkash', '+8801300000000', now() + interval '1 day')
                """).param(id).param("TXN" + id.toString().replace("-", "").toUpperCase().substring(20)).param(citizen.id()).update();
        return id;
    }
}

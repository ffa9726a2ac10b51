package bd.cleancare.simulators.rocket;

import bd.cleancare.simulators.Client;
import bd.cleancare.simulators.SettableClock;
import bd.cleancare.simulators.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class RocketGatewayTest {

    private final RocketGateway.Credentials credentials = RocketGateway.Credentials.generate();
    private final SettableClock clock = new SettableClock("2026-11-22T06:05:06Z");
    private final RocketGateway rocket = RocketGateway.start(0, credentials, RocketGateway.Options
            .returningTo("http://127.0.0.1:9/ok", "http://127.0.0.1:9/fail").with(clock));
    private final Client client = new Client(rocket.baseUrl());

    @AfterEach
    void stop() {
        rocket.close();
    }

    private Client.Reply soap(String operation, String parameters) throws Exception {
        String envelope = """
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ecom="http://ecom.dbbl/"><soapenv:Body>
                <ecom:%1$s><userid>%2$s</userid><pwd>%3$s</pwd>%4$s</ecom:%1$s></soapenv:Body></soapenv:Envelope>
                """.formatted(operation, credentials.userId(), credentials.password(), parameters);
        return raw(envelope);
    }

    private Client.Reply raw(String envelope) throws Exception {
        return client.send(client.request("/ecomws/dbblecomtxn").header("Content-Type", "text/xml;charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(envelope)));
    }

    private String returned(Client.Reply reply) {
        return reply.body().replaceAll("(?s).*<return>(.*)</return>.*", "$1").replace("&gt;", ">");
    }

    private String create() throws Exception {
        return returned(soap("getransid", "<amount>50000</amount><cardtype>6</cardtype><txnrefnum>INV1</txnrefnum><clientip>10.0.0.9</clientip>"))
                .replace("TRANSACTION_ID:", "");
    }

    private String result(String id) throws Exception {
        return returned(soap("getresultfield", "<transid>" + id + "</transid><clientip>10.0.0.9</clientip><billinginfo></billinginfo>"));
    }

    private Client.Reply pay(String id, Map<String, ?> how) throws Exception {
        return client.post("/__sim/pay/" + id, how);
    }

    private Map<String, String> restBody() {
        return new HashMap<>(Map.of("userid", credentials.userId(), "passwd", credentials.password(), "amount", "50000", "cardtype", "6",
                "txnrefnum", "INV1", "clientip", "10.0.0.9"));
    }

    @Test
    void paysThroughSoap() throws Exception {
        String id = create();
        assertThat(id).hasSize(28).endsWith("=");
        assertThat(result(id)).startsWith("RESULT>CREATED^RESULT_CODE>^");

        pay(id, Map.of());

        assertThat(result(id)).matches("RESULT>OK\\^RESULT_CODE>000\\^3DSECURE>0\\^RRN>\\d{12}\\^APPROVAL_CODE>\\d{6}"
                + "\\^CARD_NUMBER>999999\\*{9}8575\\^AMOUNT>50000\\^CARDNAME>mobile account\\^DESCRIPTION>INV1"
                + "\\^TRANS_DATE>2026-11-22 12:05:06 PM");
        assertThat(client.get("/__sim/money").json().path("net_poisha").asLong()).isEqualTo(50_000);
    }

    /** SOAP libraries read this first and call what it names. */
    @Test
    void describesItselfToSoapLibraries() throws Exception {
        String wsdl = client.get("/ecomws/dbblecomtxn?wsdl").body();
        var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var document = factory.newDocumentBuilder().parse(new org.xml.sax.InputSource(new java.io.StringReader(wsdl)));
        var address = (org.w3c.dom.Element) document.getElementsByTagNameNS("http://schemas.xmlsoap.org/wsdl/soap/", "address").item(0);
        assertThat(address.getAttribute("location")).isEqualTo(rocket.baseUrl() + "/ecomws/dbblecomtxn");
        assertThat(document.getDocumentElement().getAttribute("targetNamespace")).isEqualTo("http://ecom.dbbl/");
        var messages = document.getElementsByTagNameNS("http://schemas.xmlsoap.org/wsdl/", "message");
        var defined = new java.util.HashSet<String>();
        var parts = document.getElementsByTagNameNS("http://www.w3.org/2001/XMLSchema", "element");
        for (int i = 0; i < parts.getLength(); i++) {
            defined.add(((org.w3c.dom.Element) parts.item(i)).getAttribute("name"));
        }
        assertThat(messages.getLength()).isEqualTo(6);
        for (int i = 0; i < messages.getLength(); i++) {
            assertThat(defined).contains(((org.w3c.dom.Element) messages.item(i)).getAttribute("name"));
        }
        assertThat(defined).contains("userid", "pwd", "amount", "cardtype", "txnrefnum", "clientip", "transid", "billinginfo", "return");
    }

    @Test
    void postsTheBrowserBackToTheRegisteredAddress() throws Exception {
        String id = create();
        var reply = client.form("/payer", Map.of("id", id, "wallet", "017705764318", "otp", "123456", "pin", "12121", "action", "pay"));

        assertThat(reply.body()).contains("method=\"post\" action=\"http://127.0.0.1:9/ok\"", "name=\"trans_id\" value=\"" + id + "\"");

        client.post("/__sim/return-urls", Map.of("success", "http://127.0.0.1:9/new", "fail", "http://127.0.0.1:9/no"));
        assertThat(pay(create(), Map.of()).text("url")).isEqualTo("http://127.0.0.1:9/new");
    }

    @Test
    void keepsThePayerWhenNoAddressIsRegistered() throws Exception {
        client.post("/__sim/return-urls", Map.of("success", "", "fail", ""));

        assertThat(client.form("/payer", Map.of("id", create(), "action", "cancel")).body()).contains("You may close this page.");
    }

    @Test
    void showsItsPageOnlyForAnEncodedId() throws Exception {
        String id = create();

        assertThat(client.get("/ecomm2/ClientHandler?card_type=6&trans_id=" + URLEncoder.encode(id, StandardCharsets.UTF_8)).body())
                .contains("৳ 500.00", "INV1");
    }

    @ParameterizedTest
    @CsvSource({"wallet,01823074817,116", "wallet,01823074818,911", "action,cancel,911"})
    void tellsWhyThePayerDidNotPay(String field, String value, String code) throws Exception {
        String id = create();

        assertThat(pay(id, Map.of(field, value)).text("url")).isEqualTo("http://127.0.0.1:9/fail");
        assertThat(result(id)).startsWith("RESULT>FAILED^RESULT_CODE>" + code + "^");
        assertThat(client.get("/__sim/money").json().path("net_poisha").asLong()).isZero();
    }

    @Test
    void tellsOfTheThirdWrongPin() throws Exception {
        String id = create();
        for (int i = 0; i < 3; i++) {
            pay(id, Map.of("pin", "00000"));
        }

        assertThat(result(id)).startsWith("RESULT>FAILED^RESULT_CODE>117^");
    }

    @Test
    void refusesWithATextThatIsNoTransactionId() throws Exception {
        assertThat(returned(soap("getransid", "<amount>500.00</amount><cardtype>6</cardtype><txnrefnum>I</txnrefnum><clientip>1</clientip>")))
                .isEqualTo("ERROR: Invalid amount");
        assertThat(result("unknown")).isEqualTo("ERROR: Transaction not found");
        assertThat(returned(raw("""
                <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><n:getransid xmlns:n="http://ecom.dbbl/">
                <userid>x</userid><pwd>y</pwd></n:getransid></e:Body></e:Envelope>"""))).isEqualTo("ERROR: Authentication failed");
    }

    @Test
    void answersWhatItCannotReadWithASoapFault() throws Exception {
        assertThat(raw("hello").status()).isEqualTo(500);
        assertThat(raw("hello").body()).contains("<faultstring>");
        assertThat(soap("dropTables", "").body()).contains("Cannot find dispatch method");
    }

    @Test
    void readsNoDocumentType() throws Exception {
        String bomb = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><e:Envelope "
                + "xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body><n:getransid xmlns:n=\"http://ecom.dbbl/\">"
                + "<userid>&x;</userid></n:getransid></e:Body></e:Envelope>";

        assertThat(raw(bomb).status()).isEqualTo(500);
    }

    @Test
    void paysThroughRestWithAChecksum() throws Exception {
        var created = client.post("/ecomrs/rsvr/ecomtxn/getransid", restBody()).json();
        assertThat(created.path("RSPCODE").asString()).isEqualTo("1");
        String id = created.path("TRANSACTION_ID").asString();
        assertThat(client.get(created.path("REDIRECT_URL").asString()).status()).isEqualTo(200);
        pay(id, Map.of());

        var question = restBody();
        question.put("transid", id);
        var result = client.post("/ecomrs/rsvr/ecomtxn/getresult", question).json();

        assertThat(result.path("RESULT").asString()).isEqualTo("OK");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(credentials.checksumSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(result.path("SIGNATURE").asString()).isEqualTo(HexFormat.of().formatHex(
                mac.doFinal((id + "000" + result.path("RRN").asString()).getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void refusesRestWithAMessage() throws Exception {
        var body = restBody();
        body.put("passwd", "wrong");

        assertThat(client.post("/ecomrs/rsvr/ecomtxn/getransid", body).text("RSPCODE")).isEqualTo("0");
    }

    @Test
    void liesAboutTheAmountWhenToldTo() throws Exception {
        String id = create();
        pay(id, Map.of());
        client.post("/__sim/faults", Map.of("endpoint", "/ecomws/*", "kind", "tamper", "set", Map.of("AMOUNT", "100")));

        assertThat(result(id)).contains("^AMOUNT>100^");
    }

    @Test
    void movesMoneyOnceWhateverTheNumberOfTabs() throws Exception {
        String id = create();

        clock.slowDown();
        Together.run(30, () -> pay(id, Map.of()));

        assertThat(client.get("/__sim/money").json().path("net_poisha").asLong()).isEqualTo(50_000);
    }
}

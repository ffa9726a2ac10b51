package bd.cleancare.payments.gateway.rocket;

import bd.cleancare.payments.gateway.GatewayFault;
import bd.cleancare.payments.gateway.GatewayHttp;
import bd.cleancare.payments.gateway.GatewaySettings;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** {@code dbblecomtxn}: text parameters in, one text out, {@code KEY>value^KEY>value}. */
final class RocketSoap implements RocketWire {

    private static final String ROCKET = "6";
    private static final String BEGUN = "TRANSACTION_ID:";
    private static final int ID_LENGTH = 28;

    private final GatewaySettings.Rocket settings;
    private final GatewayHttp http;

    RocketSoap(GatewaySettings.Rocket settings, GatewayHttp http) {
        this.settings = settings;
        this.http = http;
    }

    @Override
    public Begun begin(String invoice, long poisha) throws GatewayFault {
        var parameters = credentials();
        parameters.put("amount", Long.toString(poisha));
        parameters.put("cardtype", ROCKET);
        parameters.put("txnrefnum", invoice);
        parameters.put("clientip", settings.clientIp());
        String answer = call("getransid", parameters);
        String id = answer.startsWith(BEGUN) ? answer.substring(BEGUN.length()) : "";
        return id.length() == ID_LENGTH ? new Begun(id, null, null) : new Begun(null, null, answer);
    }

    @Override
    public Map<String, String> result(String id) throws GatewayFault {
        var parameters = credentials();
        parameters.put("transid", id);
        parameters.put("clientip", settings.clientIp());
        parameters.put("billinginfo", "");
        var fields = new HashMap<String, String>();
        for (String pair : call("getresultfield", parameters).split("\\^")) {
            int at = pair.indexOf('>');
            if (at > 0) {
                fields.put(pair.substring(0, at), pair.substring(at + 1));
            }
        }
        return fields;
    }

    private Map<String, String> credentials() {
        return new LinkedHashMap<>(Map.of("userid", settings.userId(), "pwd", settings.password()));
    }

    private String call(String operation, Map<String, String> parameters) throws GatewayFault {
        var body = new StringBuilder("<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:ecom=\"http://ecom.dbbl/\"><soapenv:Body><ecom:")
                .append(operation).append('>');
        parameters.forEach((name, value) -> body.append('<').append(name).append('>').append(escaped(value)).append("</").append(name).append('>'));
        body.append("</ecom:").append(operation).append("></soapenv:Body></soapenv:Envelope>");
        var reply = http.send(HttpRequest.newBuilder(URI.create(settings.baseUrl() + "/ecomws/dbblecomtxn")).header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"").POST(BodyPublishers.ofString(body.toString())));
        if (reply.status() != 200) {
            throw GatewayFault.unclear("HTTP " + reply.status());
        }
        return returned(reply.text());
    }

    /** No document types: the text comes from the network. */
    private static String returned(String xml) throws GatewayFault {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            var found = parser.parse(new InputSource(new StringReader(xml))).getElementsByTagName("return");
            if (found.getLength() != 1) {
                throw GatewayFault.unclear("an envelope without a result");
            }
            return found.item(0).getTextContent().strip();
        } catch (SAXException | IOException e) {
            throw GatewayFault.unclear("an answer that is no XML");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

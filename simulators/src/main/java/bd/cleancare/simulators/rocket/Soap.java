package bd.cleancare.simulators.rocket;

import bd.cleancare.simulators.server.Answer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** As much of SOAP 1.1 as the bank's service speaks: one operation with unqualified text parameters in, one text out. */
final class Soap {

    static final String NAMESPACE = "http://ecom.dbbl/";
    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    record Call(String operation, Map<String, String> parameters) {
    }

    private Soap() {
    }

    /** Null when it is no call of this service. */
    static Call read(String xml) {
        try {
            Document document = parser().parse(new InputSource(new StringReader(xml)));
            Node body = document.getElementsByTagNameNS(ENVELOPE, "Body").item(0);
            Element operation = body == null ? null : firstElement(body);
            if (operation == null || !NAMESPACE.equals(operation.getNamespaceURI())) {
                return null;
            }
            return new Call(operation.getLocalName(), parameters(operation));
        } catch (SAXException | IOException unreadable) {
            return null;
        }
    }

    static Answer answer(String operation, String text) {
        return envelope(200, "<ns2:%1$sResponse xmlns:ns2=\"%2$s\"><return>%3$s</return></ns2:%1$sResponse>"
                .formatted(operation, NAMESPACE, escape(text)));
    }

    static Answer fault(String text) {
        return envelope(500, "<S:Fault><faultcode>S:Client</faultcode><faultstring>" + escape(text) + "</faultstring></S:Fault>");
    }

    private static Answer envelope(int status, String body) {
        return Answer.of(status, "text/xml;charset=utf-8",
                "<?xml version='1.0' encoding='UTF-8'?><S:Envelope xmlns:S=\"" + ENVELOPE + "\"><S:Body>" + body + "</S:Body></S:Envelope>");
    }

    private static Map<String, String> parameters(Element operation) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Node child = operation.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element parameter) {
                parameters.put(parameter.getLocalName(), parameter.getTextContent());
            }
        }
        return parameters;
    }

    private static Element firstElement(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                return element;
            }
        }
        return null;
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            // No document type, no outside entity: the text comes from the network.
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser;
        } catch (ParserConfigurationException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

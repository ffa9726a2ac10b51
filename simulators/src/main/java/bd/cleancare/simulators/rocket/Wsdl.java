package bd.cleancare.simulators.rocket;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What SOAP libraries make their client from: the bank's three operations, wrapped document style with unqualified texts. */
final class Wsdl {

    private static final List<String> OPERATIONS = List.of("getransid", "getsubmertransid", "getresultfield");

    private static final Map<String, List<String>> PARAMETERS = Map.of(
            "getransid", List.of("userid", "pwd", "amount", "cardtype", "txnrefnum", "clientip"),
            "getsubmertransid", List.of("userid", "pwd", "amount", "cardtype", "txnrefnum", "clientip", "submername", "submerid", "terminalid"),
            "getresultfield", List.of("userid", "pwd", "transid", "clientip", "billinginfo"));

    private Wsdl() {
    }

    /** @param address where the service answers, as the asker reaches it */
    static String at(String address) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                  xmlns:tns="%1$s" targetNamespace="%1$s" name="dbblecomtxn">
                <types><xs:schema targetNamespace="%1$s" elementFormDefault="unqualified">
                %2$s
                </xs:schema></types>
                %3$s
                <portType name="dbblecomtxn">
                %4$s
                </portType>
                <binding name="dbblecomtxnPortBinding" type="tns:dbblecomtxn">
                <soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="document"/>
                %5$s
                </binding>
                <service name="dbblecomtxn"><port name="dbblecomtxnPort" binding="tns:dbblecomtxnPortBinding"><soap:address location="%6$s"/></port></service>
                </definitions>
                """.formatted(Soap.NAMESPACE, each(Wsdl::elements), each(Wsdl::messages), each(Wsdl::operation), each(Wsdl::binding), address);
    }

    private static String each(java.util.function.UnaryOperator<String> part) {
        return OPERATIONS.stream().map(part).collect(Collectors.joining("\n"));
    }

    private static String elements(String operation) {
        return element(operation, PARAMETERS.get(operation)) + element(operation + "Response", List.of("return"));
    }

    private static String element(String name, List<String> texts) {
        return "<xs:element name=\"" + name + "\"><xs:complexType><xs:sequence>"
                + texts.stream().map(text -> "<xs:element name=\"" + text + "\" type=\"xs:string\" minOccurs=\"0\"/>").collect(Collectors.joining())
                + "</xs:sequence></xs:complexType></xs:element>";
    }

    private static String messages(String operation) {
        return "<message name=\"%1$s\"><part name=\"parameters\" element=\"tns:%1$s\"/></message><message name=\"%1$sResponse\"><part name=\"parameters\" element=\"tns:%1$sResponse\"/></message>"
                .formatted(operation);
    }

    private static String operation(String operation) {
        return "<operation name=\"%1$s\"><input message=\"tns:%1$s\"/><output message=\"tns:%1$sResponse\"/></operation>".formatted(operation);
    }

    private static String binding(String operation) {
        return "<operation name=\"%s\"><soap:operation soapAction=\"\"/><input><soap:body use=\"literal\"/></input><output><soap:body use=\"literal\"/></output></operation>"
                .formatted(operation);
    }
}

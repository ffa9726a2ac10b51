package bd.cleancare.simulators.rocket;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;

import java.util.Map;

/** {@code dbblecomtxn}: three operations with text parameters, each of which returns one text. */
final class SoapService {

    private static final String PATH = "/ecomws/dbblecomtxn";

    private final Transactions transactions;

    SoapService(Transactions transactions) {
        this.transactions = transactions;
    }

    void addTo(Routes routes) {
        routes.post(PATH, this::call).get(PATH, request -> Answer.of(200, "text/xml;charset=utf-8", Wsdl.at("http://" + request.header("Host") + PATH)));
    }

    private Answer call(Request request) {
        Soap.Call call = Soap.read(request.body());
        if (call == null) {
            return Soap.fault("Cannot read the envelope");
        }
        return switch (call.operation()) {
            case "getransid", "getsubmertransid" -> Soap.answer(call.operation(), create(call.parameters()));
            case "getresultfield" -> Soap.answer(call.operation(), result(call.parameters()));
            default -> Soap.fault("Cannot find dispatch method for {" + Soap.NAMESPACE + "}" + call.operation());
        };
    }

    private String create(Map<String, String> parameters) {
        Transactions.Created created = transactions.create(text(parameters, "userid"), text(parameters, "pwd"),
                text(parameters, "amount"), text(parameters, "cardtype"), text(parameters, "txnrefnum"), text(parameters, "clientip"));
        return created.error() == null ? "TRANSACTION_ID:" + created.transaction().id() : "ERROR: " + created.error();
    }

    private String result(Map<String, String> parameters) {
        if (!transactions.knows(text(parameters, "userid"), text(parameters, "pwd"))) {
            return "ERROR: Authentication failed";
        }
        return transactions.find(text(parameters, "transid")).map(Results::text).orElse("ERROR: Transaction not found");
    }

    private static String text(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "");
    }
}

package bd.cleancare.simulators.sms;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Refusal;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** BulkSMSBD: parameters in the query, a form or a JSON body alike; the verdict is {@code response_code}, always under HTTP 200. */
final class BulkSmsBd {

    private record Outgoing(String phone, String text) {
    }

    private final SmsGateways.Credentials credentials;
    private final Inbox inbox;
    private final Account account;

    BulkSmsBd(SmsGateways.Credentials credentials, Inbox inbox, Account account) {
        this.credentials = credentials;
        this.inbox = inbox;
        this.account = account;
    }

    void addTo(Routes routes) {
        routes.getOrPost("/api/smsapi", this::oneText)
                .getOrPost("/api/smsapimany", this::manyTexts)
                .getOrPost("/api/getBalanceApi", this::balance);
    }

    private Answer oneText(Request request) {
        authenticate(request);
        checkSender(request);
        String text = required(request, "message");
        List<Outgoing> all = new ArrayList<>();
        for (String number : required(request, "number").split(",")) {
            all.add(new Outgoing(phone(number), text));
        }
        return send(all);
    }

    private Answer manyTexts(Request request) {
        authenticate(request);
        checkSender(request);
        List<Outgoing> all = new ArrayList<>();
        for (JsonNode message : messages(request)) {
            String text = Json.text(message, "message");
            if (text.isBlank()) {
                throw refusal(1003, "Please fill all required fields");
            }
            all.add(new Outgoing(phone(Json.text(message, "to")), text));
        }
        return send(all);
    }

    private Answer balance(Request request) {
        authenticate(request);
        return Answer.json(Json.object().put("response_code", 202).put("balance", account.taka()));
    }

    /** Nothing is sent when the money does not suffice for all. */
    private Answer send(List<Outgoing> all) {
        long segments = all.stream().mapToLong(one -> Message.segments(one.text)).sum();
        if (!account.take(segments * Account.POISHA_PER_SEGMENT)) {
            throw refusal(1007, "Balance Insufficient");
        }
        String id = "";
        for (Outgoing one : all) {
            id = inbox.deliver("bulksmsbd", one.phone, one.text);
        }
        return Answer.json(Json.object().put("response_code", 202).put("message_id", Long.parseLong(id))
                .put("success_message", "SMS Submitted Successfully " + all.size()).put("error_message", ""));
    }

    private void authenticate(Request request) {
        if (!credentials.bulkSmsApiKey().equals(required(request, "api_key"))) {
            throw refusal(1011, "User Id not found");
        }
    }

    private void checkSender(Request request) {
        if (!credentials.bulkSmsSenderId().equals(required(request, "senderid"))) {
            throw refusal(1002, "Sender Id not correct or disabled");
        }
    }

    /** The list comes as a JSON body or, from PHP clients, as JSON text in a form field. */
    private static JsonNode messages(Request request) {
        JsonNode list = request.json().path("messages");
        if (!list.isArray()) {
            list = Json.read(request.param("messages")).orElseGet(Json::array);
        }
        if (!list.isArray() || list.isEmpty()) {
            throw refusal(1003, "Please fill all required fields");
        }
        return list;
    }

    private static String required(Request request, String name) {
        String value = request.param(name);
        if (value.isEmpty()) {
            value = Json.text(request.json(), name);
        }
        if (value.isBlank()) {
            throw refusal(1003, "Please fill all required fields");
        }
        return value;
    }

    private static String phone(String number) {
        return Phones.canonical(number).orElseThrow(() -> refusal(1001, "Invalid Number"));
    }

    private static Refusal refusal(int code, String message) {
        return new Refusal(Answer.json(Json.object().put("response_code", code).put("success_message", "")
                .put("error_message", message)));
    }
}

package bd.cleancare.simulators.sms;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Refusal;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.util.Optional;

/**
 * iSMS Plus v3. Every answer is HTTP 200; {@code status_code} tells whether the request was taken, and each number in {@code smsinfo}
 * has its own verdict beside it.
 */
final class SslWireless {

    private static final int MOST_PER_REQUEST = 100;

    private final SmsGateways.Credentials credentials;
    private final Inbox inbox;
    private final DailyIds usedIds;

    SslWireless(SmsGateways.Credentials credentials, Inbox inbox, Clock clock) {
        this.credentials = credentials;
        this.inbox = inbox;
        this.usedIds = new DailyIds(clock);
    }

    void addTo(Routes routes) {
        routes.post("/api/v3/send-sms", this::single)
                .post("/api/v3/send-sms/bulk", this::bulk)
                .post("/api/v3/send-sms/dynamic", this::dynamic);
    }

    private Answer single(Request request) {
        JsonNode body = authenticated(request);
        String msisdn = required(body, "msisdn");
        String text = text(required(body, "sms"));
        String csmsId = csmsId(required(body, "csms_id"));
        if (!msisdn.matches("\\+?[0-9]{10,16}")) {
            throw refusal(4025, "Invalid msisdn");
        }
        if (!usedIds.claim(csmsId)) {
            throw refusal(4023, "csms_id must be unique for a day");
        }
        return accepted(Json.array().add(send(msisdn, text, csmsId)));
    }

    private Answer bulk(Request request) {
        JsonNode body = authenticated(request);
        JsonNode numbers = list(body, "msisdn");
        String text = text(required(body, "sms"));
        String batchId = csmsId(required(body, "batch_csms_id"));
        if (!usedIds.claim(batchId)) {
            throw refusal(4023, "batch_csms_id must be unique for a day");
        }
        ArrayNode verdicts = Json.array();
        numbers.forEach(number -> verdicts.add(send(number.asString(""), text, batchId)));
        return accepted(verdicts);
    }

    private Answer dynamic(Request request) {
        JsonNode messages = list(authenticated(request), "sms");
        for (JsonNode message : messages) {
            required(message, "msisdn");
            text(required(message, "text"));
            csmsId(required(message, "csms_id"));
        }
        ArrayNode verdicts = Json.array();
        messages.forEach(message -> verdicts.add(sendOnce(message)));
        return accepted(verdicts);
    }

    private ObjectNode sendOnce(JsonNode message) {
        String csmsId = Json.text(message, "csms_id");
        if (!usedIds.claim(csmsId)) {
            return verdict("DUPLICATE", "Duplicate csms_id", Json.text(message, "msisdn"), Json.text(message, "text"), csmsId, "");
        }
        return send(Json.text(message, "msisdn"), Json.text(message, "text"), csmsId);
    }

    private ObjectNode send(String msisdn, String text, String csmsId) {
        Optional<String> phone = Phones.canonical(msisdn);
        if (phone.isEmpty()) {
            return verdict("INVALID", "Invalid mobile number", msisdn, text, csmsId, "");
        }
        return verdict("SUCCESS", "Success", msisdn, text, csmsId, inbox.deliver("sslwireless", phone.get(), text));
    }

    private static ObjectNode verdict(String status, String message, String msisdn, String text, String csmsId, String reference) {
        return Json.object().put("sms_status", status).put("status_message", message).put("msisdn", msisdn)
                .put("sms_type", Message.isUnicode(text) ? "BN" : "EN").put("sms_body", text).put("csms_id", csmsId)
                .put("reference_id", reference);
    }

    private JsonNode authenticated(Request request) {
        JsonNode body = Json.read(request.body()).filter(JsonNode::isObject)
                .orElseThrow(() -> refusal(4005, "Invalid request format"));
        if (!credentials.sslApiToken().equals(required(body, "api_token"))) {
            throw refusal(4001, "Unauthorized");
        }
        if (!credentials.sslSid().equals(required(body, "sid"))) {
            throw refusal(4002, "Invalid SID");
        }
        return body;
    }

    private static String required(JsonNode body, String field) {
        String value = Json.text(body, field);
        if (value.isBlank()) {
            throw refusal(4022, "Parameter missing: " + field);
        }
        return value;
    }

    private static JsonNode list(JsonNode body, String field) {
        JsonNode list = body.path(field);
        if (!list.isArray() || list.isEmpty()) {
            throw refusal(4022, "Parameter missing: " + field);
        }
        if (list.size() > MOST_PER_REQUEST) {
            throw refusal(4005, "At most " + MOST_PER_REQUEST + " messages in a request");
        }
        return list;
    }

    private static String csmsId(String id) {
        if (!id.matches("[A-Za-z0-9]{1,20}")) {
            throw refusal(4020, "Invalid csms_id");
        }
        return id;
    }

    private static String text(String text) {
        if (text.length() > 1000) {
            throw refusal(4027, "SMS text is too long");
        }
        return text;
    }

    private static Answer accepted(ArrayNode verdicts) {
        ObjectNode body = Json.object().put("status", "SUCCESS").put("status_code", 200).put("error_message", "");
        body.set("smsinfo", verdicts);
        return Answer.json(body);
    }

    private static Refusal refusal(int code, String message) {
        return new Refusal(Answer.json(Json.object().put("status", "FAILED").put("status_code", code).put("error_message", message)));
    }
}

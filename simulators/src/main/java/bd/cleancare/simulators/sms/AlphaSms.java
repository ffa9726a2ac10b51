package bd.cleancare.simulators.sms;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.CityTime;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Refusal;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Alpha SMS (sms.net.bd): {@code error} 0 or a code, always under HTTP 200; a request can be asked about later. */
final class AlphaSms {

    private static final int LONGEST_TEXT = 1000;
    private static final DateTimeFormatter SCHEDULE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private record Sent(List<String> phones, Instant due, BigDecimal chargeEach) {
    }

    private final String apiKey;
    private final Inbox inbox;
    private final Account account;
    private final Clock clock;
    private final AtomicLong lastRequest = new AtomicLong(4_000_000);
    private final Map<String, Sent> requests = new ConcurrentHashMap<>();

    AlphaSms(String apiKey, Inbox inbox, Account account, Clock clock) {
        this.apiKey = apiKey;
        this.inbox = inbox;
        this.account = account;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.getOrPost("/sendsms", this::send)
                .getOrPost("/report/request/{id}/", this::report)
                .getOrPost("/user/balance/", this::balance);
    }

    private Answer send(Request request) {
        authenticate(request);
        String text = text(request.param("msg"));
        List<String> phones = phones(request.param("to"));
        Instant due = due(request.param("schedule"));
        long chargeEach = (long) Message.segments(text) * Account.POISHA_PER_SEGMENT;
        if (!account.take(chargeEach * phones.size())) {
            throw refusal(417, "Insufficient balance");
        }
        phones.forEach(phone -> inbox.deliverAt(due, "alphasms", phone, text));
        long id = lastRequest.incrementAndGet();
        requests.put(Long.toString(id), new Sent(phones, due, BigDecimal.valueOf(chargeEach, 2)));
        return success("Request successfully submitted", Json.object().put("request_id", id));
    }

    private Answer report(Request request) {
        authenticate(request);
        Sent sent = requests.get(request.path("id"));
        if (sent == null) {
            throw refusal(404, "Request not found");
        }
        boolean done = !sent.due.isAfter(clock.instant());
        ObjectNode data = Json.object().put("request_id", Long.parseLong(request.path("id")))
                .put("request_status", done ? "Complete" : "Scheduled")
                .put("request_charge", sent.chargeEach.multiply(BigDecimal.valueOf(sent.phones.size())).toPlainString());
        ArrayNode recipients = data.putArray("recipients");
        sent.phones.forEach(phone -> recipients.addObject().put("number", phone.substring(1))
                .put("charge", sent.chargeEach.toPlainString()).put("status", done ? "Sent" : "Queued"));
        return success("Success", data);
    }

    private Answer balance(Request request) {
        authenticate(request);
        return success("Success", Json.object().put("balance", account.taka().toPlainString()));
    }

    private void authenticate(Request request) {
        if (!apiKey.equals(request.param("api_key"))) {
            throw refusal(405, "Authorization required");
        }
    }

    private static String text(String text) {
        if (text.isBlank()) {
            throw refusal(414, "Message is empty");
        }
        if (text.length() > LONGEST_TEXT) {
            throw refusal(415, "Message is too long");
        }
        return text;
    }

    private static List<String> phones(String numbers) {
        List<String> phones = new ArrayList<>();
        for (String number : numbers.split(",")) {
            Phones.canonical(number).ifPresent(phones::add);
        }
        if (phones.isEmpty()) {
            throw refusal(416, "No valid number found");
        }
        return phones;
    }

    private Instant due(String schedule) {
        if (schedule.isBlank()) {
            return clock.instant();
        }
        try {
            Instant due = LocalDateTime.parse(schedule, SCHEDULE).atZone(CityTime.ZONE).toInstant();
            if (due.isAfter(clock.instant())) {
                return due;
            }
        } catch (DateTimeParseException unreadable) {
            // Refused below, like a time that is over.
        }
        throw refusal(412, "Invalid schedule");
    }

    private static Answer success(String message, ObjectNode data) {
        ObjectNode body = Json.object().put("error", 0).put("msg", message);
        body.set("data", data);
        return Answer.json(body);
    }

    private static Refusal refusal(int code, String message) {
        return new Refusal(Answer.json(Json.object().put("error", code).put("msg", message)));
    }
}

package bd.cleancare.simulators.money;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.CityTime;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Memory;
import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** The settlement file a gateway sends for a day of Dhaka, with mistakes in it when asked. */
final class Statement {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(CityTime.ZONE);

    enum Mistake {
        /** Our payment is not in it. */ MISSING,
        /** It is in it twice. */ DUPLICATE,
        /** With another amount. */ AMOUNT,
        /** With another fee. */ FEE,
        /** A payment nobody made. */ UNKNOWN,
        /** A refund of it nobody asked for. */ REFUND
    }

    /** @param trxId the line that is wrong; empty means every line */
    private record Planted(Mistake mistake, String trxId, long poisha) {

        boolean isAbout(Movement movement) {
            return trxId.isEmpty() || trxId.equals(movement.trxId());
        }
    }

    private final Clock clock;
    private final int feeBasisPoints;
    private final Memory.Shelf<Planted> planted;

    Statement(Memory memory, Clock clock, int feeBasisPoints) {
        this.planted = memory.shelf("mistakes", Planted.class);
        this.clock = clock;
        this.feeBasisPoints = feeBasisPoints;
    }

    /** {@code {"mistake":"amount","trx_id":"…","poisha":100}} */
    Answer plant(JsonNode wish) {
        try {
            Mistake mistake = Mistake.valueOf(Json.text(wish, "mistake").toUpperCase());
            planted.add(new Planted(mistake, Json.text(wish, "trx_id"), wish.path("poisha").asLong(100)));
            return Answer.text(201, "");
        } catch (IllegalArgumentException unknown) {
            return Answer.json(400, Json.object().put("error", "no such mistake"));
        }
    }

    Answer reset() {
        planted.clear();
        return Answer.text(204, "");
    }

    Answer csv(String date, List<Movement> movements) {
        LocalDate day;
        try {
            day = date.isEmpty() ? LocalDate.now(clock.withZone(CityTime.ZONE)) : LocalDate.parse(date);
        } catch (DateTimeParseException unreadable) {
            return Answer.json(400, Json.object().put("error", "date is yyyy-MM-dd"));
        }
        List<String> lines = new ArrayList<>(List.of("date_time,type,trx_id,invoice,wallet,amount,fee,net"));
        movements.stream().filter(movement -> movement.at().atZone(CityTime.ZONE).toLocalDate().equals(day))
                .forEach(movement -> lines.addAll(linesOf(movement)));
        Instant noon = day.atTime(12, 0).atZone(CityTime.ZONE).toInstant();
        planted.values().stream().filter(wrong -> wrong.mistake == Mistake.UNKNOWN).forEach(wrong -> lines.add(
                line(Movement.Kind.PAYMENT, noon, "UNKNOWN000", "UNKNOWN", "", wrong.poisha, fee(wrong.poisha))));
        return Answer.of(200, "text/csv;charset=UTF-8", String.join("\n", lines) + "\n");
    }

    private List<String> linesOf(Movement movement) {
        long amount = movement.poisha();
        // Gateways keep their fee when they refund.
        long fee = movement.kind() == Movement.Kind.PAYMENT ? fee(amount) : 0;
        int copies = 1;
        List<String> lines = new ArrayList<>();
        for (Planted wrong : planted.values().stream().filter(one -> one.isAbout(movement)).toList()) {
            switch (wrong.mistake) {
                case MISSING -> copies = 0;
                case DUPLICATE -> copies = 2;
                case AMOUNT -> amount = wrong.poisha;
                case FEE -> fee = wrong.poisha;
                case REFUND -> lines.add(line(Movement.Kind.REFUND, movement.at(), "R" + movement.trxId(), movement.invoice(),
                        movement.wallet(), wrong.poisha, 0));
                case UNKNOWN -> { }
            }
        }
        for (int i = 0; i < copies; i++) {
            lines.addFirst(line(movement.kind(), movement.at(), movement.trxId(), movement.invoice(), movement.wallet(), amount, fee));
        }
        return lines;
    }

    private long fee(long poisha) {
        return (poisha * feeBasisPoints + 5_000) / 10_000;
    }

    private static String line(Movement.Kind kind, Instant at, String trxId, String invoice, String wallet, long amount, long fee) {
        long signed = kind == Movement.Kind.PAYMENT ? amount : -amount;
        return String.join(",", TIME.format(at), kind.name(), trxId, quoted(invoice), wallet, Poisha.taka(signed), Poisha.taka(fee),
                Poisha.taka(signed - fee));
    }

    private static String quoted(String invoice) {
        return invoice.matches("[\\w.-]*") ? invoice : "\"" + invoice.replace("\"", "\"\"") + "\"";
    }
}

package bd.cleancare.simulators.rocket;

import bd.cleancare.simulators.server.CityTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A transaction in the bank's notation, {@code KEY>value^KEY>value}. */
final class Results {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd hh:mm:ss a", Locale.ENGLISH).withZone(CityTime.ZONE);

    private Results() {
    }

    static String text(Transaction transaction) {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("RESULT", transaction.state().result);
        pairs.put("RESULT_CODE", transaction.state().code);
        pairs.put("3DSECURE", "0");
        pairs.put("RRN", transaction.rrn());
        pairs.put("APPROVAL_CODE", transaction.approvalCode() == null ? "" : transaction.approvalCode());
        pairs.put("CARD_NUMBER", transaction.maskedWallet());
        pairs.put("AMOUNT", Long.toString(transaction.poisha()));
        pairs.put("CARDNAME", "mobile account");
        pairs.put("DESCRIPTION", transaction.reference());
        pairs.put("TRANS_DATE", time(transaction.ended()));
        return pairs.entrySet().stream().map(pair -> pair.getKey() + ">" + pair.getValue()).collect(Collectors.joining("^"));
    }

    private static String time(Instant ended) {
        return ended == null ? "" : TIME.format(ended);
    }
}

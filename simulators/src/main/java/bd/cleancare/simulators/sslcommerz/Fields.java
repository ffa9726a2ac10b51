package bd.cleancare.simulators.sslcommerz;

import bd.cleancare.simulators.money.Poisha;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What SSLCommerz tells of a payment, in the notice, on the way back and in the validation alike. */
final class Fields {

    private static final Map<String, String> CARD_TYPES = Map.of("bkash", "BKASH-BKash", "nagad", "NAGAD-Nagad",
            "dbblmobilebanking", "DBBLMOBILEB-Dbbl Mobile Banking", "upay", "UPAY-Upay");

    private final SslcommerzGateway.Credentials credentials;
    private final SslcommerzGateway.Options options;

    Fields(SslcommerzGateway.Credentials credentials, SslcommerzGateway.Options options) {
        this.credentials = credentials;
        this.options = options;
    }

    /** With the checksum that only somebody with the store's password can make. */
    Map<String, String> signed(Session session) {
        Map<String, String> fields = of(session);
        fields.put("status", session.state().name());
        fields.put("store_id", credentials.storeId());
        String names = String.join(",", fields.keySet());
        fields.put("verify_sign", checksum(fields));
        fields.put("verify_key", names);
        return fields;
    }

    Map<String, String> of(Session session) {
        String amount = Poisha.taka(session.poisha());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("status", session.statusWord());
        fields.put("tran_date", Times.text(session.ended()));
        fields.put("tran_id", session.tranId());
        if (session.valId() != null) {
            fields.put("val_id", session.valId());
        }
        fields.put("amount", amount);
        fields.put("store_amount", Poisha.taka(session.poisha() - fee(session.poisha())));
        fields.put("currency", "BDT");
        fields.put("bank_tran_id", session.bankTranId() == null ? "" : session.bankTranId());
        String cardType = CARD_TYPES.getOrDefault(session.order().getOrDefault("multi_card_name", ""), "BKASH-BKash");
        fields.put("card_type", cardType);
        fields.put("card_no", "");
        fields.put("card_issuer", cardType.substring(cardType.indexOf('-') + 1) + " Mobile Banking");
        fields.put("card_brand", "MOBILEBANKING");
        fields.put("card_issuer_country", "Bangladesh");
        fields.put("card_issuer_country_code", "BD");
        fields.put("currency_type", "BDT");
        fields.put("currency_amount", amount);
        fields.put("currency_rate", "1.0000");
        for (String name : new String[] {"value_a", "value_b", "value_c", "value_d"}) {
            fields.put(name, session.order().getOrDefault(name, ""));
        }
        boolean risky = options.riskyWallets().contains(session.wallet());
        fields.put("risk_level", risky ? "1" : "0");
        fields.put("risk_title", risky ? "Not Safe" : "Safe");
        return fields;
    }

    private long fee(long poisha) {
        return (poisha * options.feeBasisPoints() + 5_000) / 10_000;
    }

    private String checksum(Map<String, String> fields) {
        Map<String, String> sorted = new TreeMap<>(fields);
        sorted.put("store_passwd", md5(credentials.storePassword()));
        return md5(sorted.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining("&")));
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

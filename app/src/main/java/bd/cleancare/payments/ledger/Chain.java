package bd.cleancare.payments.ledger;

import bd.cleancare.payments.ledger.Ledger.Entry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/** The hash of a transaction covers all of it and the hash before, so a change anywhere shows from there on. */
final class Chain {

    private Chain() {
    }

    static byte[] hash(byte[] previous, long sequence, Instant at, Entry entry) {
        var text = new StringBuilder().append(sequence).append('|').append(entry.kind()).append('|').append(entry.reference()).append('|')
                .append(entry.bill() == null ? "" : entry.bill()).append('|').append(at);
        entry.postings().forEach(posting -> text.append('|').append(posting.account()).append('=').append(posting.amount().poisha()));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            return digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

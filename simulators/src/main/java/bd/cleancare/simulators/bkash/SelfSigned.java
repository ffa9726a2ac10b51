package bd.cleancare.simulators.bkash;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;

/** A certificate for the webhook's key. The JDK reads certificates but makes none, and one of version 1 is a few lines of DER. */
final class SelfSigned {

    private static final byte[] SHA256_WITH_RSA = HexFormat.of().parseHex("06092a864886f70d01010b");
    private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private SelfSigned() {
    }

    static String pem(KeyPair keys, String commonName, Instant from, Instant until) {
        byte[] algorithm = sequence(SHA256_WITH_RSA, tagged(0x05));
        byte[] name = sequence(tagged(0x31, sequence(COMMON_NAME, tagged(0x0c, commonName.getBytes(StandardCharsets.UTF_8)))));
        byte[] content = sequence(tagged(0x02, BigInteger.ONE.toByteArray()), algorithm, name, sequence(time(from), time(until)), name,
                keys.getPublic().getEncoded());
        // A bit string starts with the number of unused bits.
        byte[] signature = tagged(0x03, new byte[1], sign(keys, content));
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(sequence(content, algorithm, signature));
        return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    }

    private static byte[] sign(KeyPair keys, byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException everyJdkHasRsa) {
            throw new IllegalStateException(everyJdkHasRsa);
        }
    }

    private static byte[] time(Instant instant) {
        return tagged(0x17, TIME.format(instant).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sequence(byte[]... parts) {
        return tagged(0x30, parts);
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        whole.writeBytes(length(content.size()));
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    private static byte[] length(int length) {
        if (length < 128) {
            return new byte[] {(byte) length};
        }
        return length < 256 ? new byte[] {(byte) 0x81, (byte) length} : new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
    }
}

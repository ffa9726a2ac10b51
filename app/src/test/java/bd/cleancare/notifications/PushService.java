package bd.cleancare.notifications;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A push service and the browsers behind it: opens what it is sent as RFC 8291 says, with the JDK alone. */
final class PushService implements AutoCloseable {

    /** @param raw the body as it travelled */
    record Push(JsonNode body, String authorization, String raw) {
    }

    /** A browser that subscribed. */
    final class Device {

        private final String id = UUID.randomUUID().toString();
        private final KeyPair keys = keys();
        private final byte[] secret = new byte[16];
        private final List<Push> received = new CopyOnWriteArrayList<>();
        private volatile boolean gone;

        private Device() {
            new SecureRandom().nextBytes(secret);
        }

        String endpoint() {
            return "http://localhost:" + server.getAddress().getPort() + "/push/" + id;
        }

        String p256dh() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(point((ECPublicKey) keys.getPublic()));
        }

        String auth() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        }

        List<Push> received() {
            return received;
        }

        void unsubscribe() {
            gone = true;
        }

        private JsonNode open(byte[] body) throws GeneralSecurityException {
            var buffer = ByteBuffer.wrap(body);
            byte[] salt = take(buffer, 16);
            buffer.getInt();
            byte[] theirs = take(buffer, Byte.toUnsignedInt(buffer.get()));
            byte[] sealed = take(buffer, buffer.remaining());
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(keys.getPrivate());
            agreement.doPhase(key(theirs), true);
            byte[] info = join("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point((ECPublicKey) keys.getPublic()), theirs);
            byte[] ikm = hkdf(secret, agreement.generateSecret(), info, 32);
            byte[] contentKey = hkdf(salt, ikm, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
            byte[] nonce = hkdf(salt, ikm, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(contentKey, "AES"), new GCMParameterSpec(128, nonce));
            byte[] padded = cipher.doFinal(sealed);
            int end = padded.length - 1;
            while (padded[end] == 0) {
                end--;
            }
            return JsonMapper.builder().build().readTree(Arrays.copyOf(padded, end));
        }
    }

    private final HttpServer server;
    private final Map<String, Device> devices = new ConcurrentHashMap<>();

    private PushService(HttpServer server) {
        this.server = server;
    }

    static PushService start() {
        try {
            var service = new PushService(HttpServer.create(new InetSocketAddress("localhost", 0), 0));
            service.server.createContext("/push/", service::answer);
            service.server.start();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Device device() {
        var device = new Device();
        devices.put(device.id, device);
        return device;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Device device = devices.get(exchange.getRequestURI().getPath().substring("/push/".length()));
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status = device == null || device.gone ? 410 : 201;
        if (status == 201) {
            try {
                device.received.add(new Push(device.open(body), exchange.getRequestHeaders().getFirst("Authorization"), new String(body, StandardCharsets.ISO_8859_1)));
            } catch (GeneralSecurityException | RuntimeException _) {
                status = 400;
            }
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private ECPublicKey key(byte[] point) throws GeneralSecurityException {
        var curve = ((ECPublicKey) keys().getPublic()).getParams();
        var at = new ECPoint(new BigInteger(1, Arrays.copyOfRange(point, 1, 33)), new BigInteger(1, Arrays.copyOfRange(point, 33, 65)));
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(at, curve));
    }

    private static byte[] point(ECPublicKey key) {
        return join(new byte[] {4}, coordinate(key.getW().getAffineX()), coordinate(key.getW().getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static byte[] hkdf(byte[] salt, byte[] key, byte[] info, int length) throws GeneralSecurityException {
        byte[] extracted = hmac(salt, key);
        return Arrays.copyOf(hmac(extracted, join(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] take(ByteBuffer buffer, int number) {
        byte[] bytes = new byte[number];
        buffer.get(bytes);
        return bytes;
    }

    private static byte[] join(byte[]... parts) {
        var all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}

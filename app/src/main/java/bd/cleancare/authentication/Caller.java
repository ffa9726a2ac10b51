package bd.cleancare.authentication;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a request for a code comes from, as far as limits care.
 *
 * @param network the /24 (IPv4) or /48 (IPv6) of the address
 * @param deviceId what the app calls its device in {@code X-Device-Id}; null where it does not: behind a carrier's NAT nothing else tells phones apart
 */
public record Caller(String network, String deviceId, Device device) {

    private static final int LONGEST_DEVICE_ID = 64;

    public static Caller of(HttpServletRequest request) {
        String id = request.getHeader("X-Device-Id");
        return new Caller(network(request.getRemoteAddr()), id == null || id.isBlank() || id.length() > LONGEST_DEVICE_ID ? null : id,
                Device.of(request.getHeader("User-Agent")));
    }

    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return Arrays.toString(Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 6));
        } catch (UnknownHostException _) {
            return "unknown";
        }
    }
}

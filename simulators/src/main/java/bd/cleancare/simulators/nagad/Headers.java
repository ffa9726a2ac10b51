package bd.cleancare.simulators.nagad;

import bd.cleancare.simulators.server.Request;

import java.util.Set;

/** The headers without which Nagad does not read a request. */
final class Headers {

    private static final Set<String> CLIENTS = Set.of("PC_WEB", "MOBILE_WEB", "MOBILE_APP", "WALLET_WEB_VIEW", "BILL_KEY");

    private Headers() {
    }

    static void checkAll(Request request) {
        checkVersion(request);
        if (!request.header("X-KM-IP-V4").matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || !CLIENTS.contains(request.header("X-KM-Client-Type"))) {
            throw Reason.INVALID_REQUEST.refusal();
        }
    }

    static void checkVersion(Request request) {
        if (!request.header("X-KM-Api-Version").equals("v-0.2.0")) {
            throw Reason.INVALID_REQUEST.refusal();
        }
    }
}

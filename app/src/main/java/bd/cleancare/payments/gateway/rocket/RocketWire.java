package bd.cleancare.payments.gateway.rocket;

import bd.cleancare.payments.gateway.GatewayFault;
import java.util.Map;

/** The two ways to the same service of the bank. */
interface RocketWire {

    /** @param redirectUrl null where the transport does not tell it */
    record Begun(String id, String redirectUrl, String error) {
    }

    Begun begin(String invoice, long poisha) throws GatewayFault;

    /** The result's fields, RESULT and RESULT_CODE among them; empty when the bank gave an error text. */
    Map<String, String> result(String id) throws GatewayFault;
}

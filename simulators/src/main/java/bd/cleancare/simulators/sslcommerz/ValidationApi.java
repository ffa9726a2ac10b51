package bd.cleancare.simulators.sslcommerz;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import tools.jackson.databind.node.ObjectNode;

/** Whether a val_id that somebody brought is true. */
final class ValidationApi {

    private final SslcommerzGateway.Credentials credentials;
    private final Sessions sessions;
    private final Fields fields;

    ValidationApi(SslcommerzGateway.Credentials credentials, Sessions sessions, Fields fields) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.fields = fields;
    }

    void addTo(Routes routes) {
        // Documented as GET, but SSLCommerz's own Node library posts.
        routes.getOrPost("/validator/api/validationserverAPI.php", this::validate);
    }

    private Answer validate(Request request) {
        if (!isStore(credentials, request)) {
            return Answer.json(Json.object().put("status", "INVALID_TRANSACTION").put("APIConnect", "INACTIVE"));
        }
        return sessions.validate(request.param("val_id")).map(session -> Answer.json(told(session)))
                .orElseGet(() -> Answer.json(Json.object().put("status", "INVALID_TRANSACTION").put("APIConnect", "DONE")));
    }

    private ObjectNode told(Session session) {
        ObjectNode body = Json.object();
        fields.of(session).forEach(body::put);
        return body.put("APIConnect", "DONE").put("validated_on", Times.text(session.ended())).put("gw_version", "");
    }

    static boolean isStore(SslcommerzGateway.Credentials credentials, Request request) {
        return credentials.storeId().equals(request.param("store_id"))
                && credentials.storePassword().equals(request.param("store_passwd"));
    }
}

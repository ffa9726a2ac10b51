package bd.cleancare.simulators.server;

/** {@code /__sim/faults} and {@code /__sim/journal}. */
final class ControlPlane {

    private ControlPlane() {
    }

    static void addTo(Routes routes, Faults faults, Journal journal) {
        routes.control("POST", "/__sim/faults", request -> plant(faults, request));
        routes.control("GET", "/__sim/faults", request -> Answer.json(faults.toJson()));
        routes.control("DELETE", "/__sim/faults", request -> {
            faults.reset();
            return Answer.text(204, "");
        });
        routes.control("GET", "/__sim/journal", request -> Answer.json(journal.toJson(request.query().getOrDefault("path", ""))));
        routes.control("DELETE", "/__sim/journal", request -> {
            journal.reset();
            return Answer.text(204, "");
        });
    }

    private static Answer plant(Faults faults, Request request) {
        try {
            faults.plant(Fault.of(request.json()));
            return Answer.json(201, faults.toJson());
        } catch (IllegalArgumentException unknown) {
            return Answer.json(400, Json.object().put("error", unknown.getMessage()));
        }
    }
}

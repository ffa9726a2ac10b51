package bd.cleancare.simulators.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which handler answers which method and path. A path may hold placeholders, {@code /payment/execute/{paymentID}};
 * {@code {id*}} may span slashes.
 */
public final class Routes {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(\\*?)}");

    private final List<Route> routes = new ArrayList<>();

    public Routes get(String path, Handler handler) {
        return add("GET", path, handler, false);
    }

    public Routes post(String path, Handler handler) {
        return add("POST", path, handler, false);
    }

    public Routes getOrPost(String path, Handler handler) {
        return get(path, handler).post(path, handler);
    }

    /** A route of the simulator itself, not of the gateway: never faulty and not in the journal. */
    public Routes control(String method, String path, Handler handler) {
        return add(method, path, handler, true);
    }

    private Routes add(String method, String path, Handler handler, boolean control) {
        List<String> names = PLACEHOLDER.matcher(path).results().map(match -> match.group(1)).toList();
        String regex = PLACEHOLDER.matcher(path).replaceAll(match -> match.group(2).isEmpty() ? "([^/]+)" : "(.+)");
        // Gateways are lax about the slash at the end, in both directions.
        routes.add(new Route(method, Pattern.compile(regex.replaceAll("/$", "") + "/?"), names, handler, control));
        return this;
    }

    Match find(Request request) {
        for (Route route : routes) {
            Matcher matcher = route.pattern.matcher(request.uriPath());
            if (route.method.equals(request.method()) && matcher.matches()) {
                return new Match(request.withPath(route.values(matcher)), route.handler, route.control);
            }
        }
        return new Match(request, unknown -> Answer.text(404, "Not Found"), false);
    }

    record Match(Request request, Handler handler, boolean control) {

        Answer answer() throws Exception {
            try {
                return handler.answer(request);
            } catch (Refusal refusal) {
                return refusal.answer();
            }
        }
    }

    private record Route(String method, Pattern pattern, List<String> names, Handler handler, boolean control) {

        Map<String, String> values(Matcher matcher) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), matcher.group(i + 1));
            }
            return values;
        }
    }
}

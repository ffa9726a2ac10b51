package bd.cleancare.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The framework's mapping asks every route of the application whether it fits a path with an id in it, which took a sixth of a request.
 * Routes are kept by the fixed part they begin with, so a handful are asked; whatever is not plainly one of them is left to the framework.
 */
class Routes extends RequestMappingHandlerMapping {

    private static final int ANY = -1;

    /**
     * @param segments how many slashes a path has that fits, or {@link #ANY}
     * @param methods  the HTTP methods it answers; empty: all
     */
    private record Route(RequestMappingInfo info, HandlerMethod handler, int segments, Set<String> methods) {

        boolean mayFit(int slashes, String method) {
            return (segments == ANY || segments == slashes) && (methods.isEmpty() || methods.contains(method));
        }
    }

    private final Map<String, List<Route>> byFixedPart = new HashMap<>();

    /** Before the health endpoint's mapping, which would be asked about every request and answer two of a million. The framework sets 0 and means it. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> handlers) {
        super.handlerMethodsInitialized(handlers);
        handlers.forEach((info, handler) -> {
            var methods = info.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
            var byPart = info.getPatternValues().stream().collect(Collectors.groupingBy(Routes::fixedPart, Collectors.mapping(Routes::segments, Collectors.toSet())));
            byPart.forEach((fixed, segments) -> byFixedPart.computeIfAbsent(fixed, _ -> new ArrayList<>())
                    .add(new Route(info, handler, segments.size() == 1 ? segments.iterator().next() : ANY, methods)));
        });
    }

    @Override
    protected HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        Route only = null;
        RequestMappingInfo match = null;
        for (Route route : isPlain(path, request.getMethod()) ? mayFit(path, request.getMethod()) : List.<Route>of()) {
            RequestMappingInfo fits = getMatchingMapping(route.info, request);
            if (fits != null && only != null) {
                return super.lookupHandlerMethod(path, request);
            }
            if (fits != null) {
                only = route;
                match = fits;
            }
        }
        if (only == null) {
            return super.lookupHandlerMethod(path, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, only.handler);
        handleMatch(match, path, request);
        return only.handler;
    }

    private List<Route> mayFit(String path, String method) {
        int slashes = slashes(path);
        var routes = new ArrayList<Route>();
        for (int end = path.length(); end >= 0; end = path.lastIndexOf('/', end - 1)) {
            for (Route route : byFixedPart.getOrDefault(path.substring(0, end), List.of())) {
                if (route.mayFit(slashes, method)) {
                    routes.add(route);
                }
            }
        }
        return routes;
    }

    /** Patterns are compared with decoded segments without parameters, the index with the path as it was sent. A GET handler answers HEAD too. */
    private static boolean isPlain(String path, String method) {
        return path.indexOf('%') < 0 && path.indexOf(';') < 0 && !"HEAD".equals(method) && !"OPTIONS".equals(method);
    }

    private static int segments(String pattern) {
        return pattern.contains("**") || pattern.contains("{*") ? ANY : slashes(pattern);
    }

    private static int slashes(String path) {
        int slashes = 0;
        for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
            slashes++;
        }
        return slashes;
    }

    private static String fixedPart(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            if ("{*?".indexOf(pattern.charAt(i)) >= 0) {
                return pattern.substring(0, Math.max(0, pattern.lastIndexOf('/', i)));
            }
        }
        return pattern;
    }
}

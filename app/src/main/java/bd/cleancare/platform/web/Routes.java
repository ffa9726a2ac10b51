package bd.cleancare.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The framework's mapping asks every route of the application whether it fits a path with an id in it, which took a sixth of a request.
 * Routes are kept by the fixed part they begin with, so a handful are asked; whatever is not plainly one of them is left to the framework.
 */
class Routes extends RequestMappingHandlerMapping {

    private record Route(RequestMappingInfo info, HandlerMethod handler) {
    }

    private final Map<String, List<Route>> byFixedPart = new HashMap<>();

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> handlers) {
        super.handlerMethodsInitialized(handlers);
        handlers.forEach((info, handler) -> info.getPatternValues().stream().map(Routes::fixedPart).distinct()
                .forEach(fixed -> byFixedPart.computeIfAbsent(fixed, _ -> new ArrayList<>()).add(new Route(info, handler))));
    }

    @Override
    protected HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        Route only = null;
        RequestMappingInfo match = null;
        for (Route route : isPlain(path) ? mayFit(path) : List.<Route>of()) {
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

    private List<Route> mayFit(String path) {
        var routes = new ArrayList<>(byFixedPart.getOrDefault(path, List.of()));
        for (int end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
            routes.addAll(byFixedPart.getOrDefault(path.substring(0, end), List.of()));
        }
        return routes;
    }

    /** Patterns are compared with decoded segments without parameters, the index with the path as it was sent. */
    private static boolean isPlain(String path) {
        return path.indexOf('%') < 0 && path.indexOf(';') < 0;
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

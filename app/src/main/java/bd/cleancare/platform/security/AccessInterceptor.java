package bd.cleancare.platform.security;

import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Enforces {@link Access} before a handler runs, and at start-up that every handler of ours has it. */
@Component
public class AccessInterceptor implements HandlerInterceptor, SmartInitializingSingleton {

    /** Library handlers cannot carry our annotation; what they serve is named here and nowhere else. */
    private static final List<String> OPEN_LIBRARY_HANDLERS = List.of("org.springdoc.");

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final Map<Method, Access.Rule> rules = new HashMap<>();

    AccessInterceptor(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream()).forEach(route -> {
            HandlerMethod handler = route.getValue();
            Access.Rule rule = ruleOf(handler);
            if (rule == null) {
                throw new IllegalStateException("No @Access on " + route.getKey() + " " + handler);
            }
            rules.put(handler.getMethod(), rule);
        });
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        Access.Rule rule = rules.get(method.getMethod());
        if (rule == Access.Rule.ANYONE) {
            return true;
        }
        Viewer viewer = CurrentViewer.require(request);
        if (rule == null || !allows(rule, viewer.role())) {
            throw Problem.detail(403, "forbidden");
        }
        return true;
    }

    private static boolean allows(Access.Rule rule, Role role) {
        return switch (rule) {
            case ANYONE, SIGNED_IN -> true;
            case STAFF -> role != Role.CITIZEN;
            case ADMINS -> role.isAdmin();
            case SUPER_ADMINS -> role == Role.SUPER_ADMIN;
        };
    }

    private static Access.Rule ruleOf(HandlerMethod method) {
        Access access = method.getMethodAnnotation(Access.class);
        if (access != null) {
            return access.value();
        }
        String type = method.getBeanType().getName();
        return OPEN_LIBRARY_HANDLERS.stream().anyMatch(type::startsWith) ? Access.Rule.ANYONE : null;
    }
}

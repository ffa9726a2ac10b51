package bd.cleancare.platform.web;

import bd.cleancare.platform.pages.LocalPath;
import bd.cleancare.platform.pages.Page;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * A form that is refused is shown under the address it was sent to. Whoever asks for that address later (reloading, a tab opened again,
 * another language) wants the page of the form, and addresses are made so that it is the nearest page above.
 */
@Component
class FormPages {

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;

    FormPages(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    Optional<String> above(String path) {
        return patterns(FormPages::isWritten).filter(form -> form.matches(PathContainer.parsePath(path))).flatMap(form -> above(path, form)).findFirst();
    }

    private Stream<String> above(String path, PathPattern form) {
        return Stream.iterate(parent(path), above -> above.length() > 1, FormPages::parent)
                .filter(above -> LocalPath.orElse(above, null) != null)
                .filter(above -> patterns(FormPages::isRead).anyMatch(page -> page.matches(PathContainer.parsePath(above)) && isBelow(form, page)));
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }

    /** A fixed word of the form's address is not the page's variable: that would be the page of something else. */
    private static boolean isBelow(PathPattern form, PathPattern page) {
        String[] words = form.getPatternString().split("/");
        String[] above = page.getPatternString().split("/");
        return IntStream.range(0, above.length).allMatch(at -> !isVariable(above[at]) || isVariable(words[at]));
    }

    private static boolean isVariable(String word) {
        return word.startsWith("{");
    }

    private Stream<PathPattern> patterns(BiPredicate<RequestMappingInfo, HandlerMethod> which) {
        return handlers.getObject().getHandlerMethods().entrySet().stream().filter(each -> which.test(each.getKey(), each.getValue()))
                .flatMap(each -> each.getKey().getPathPatternsCondition().getPatterns().stream());
    }

    private static boolean isWritten(RequestMappingInfo info, HandlerMethod handler) {
        return isForPeople(handler) && info.getMethodsCondition().getMethods().contains(RequestMethod.POST);
    }

    private static boolean isRead(RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return isForPeople(handler) && (methods.isEmpty() || methods.contains(RequestMethod.GET));
    }

    private static boolean isForPeople(HandlerMethod handler) {
        return handler.getReturnType().getParameterType() == Page.class;
    }
}

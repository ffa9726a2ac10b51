package bd.cleancare.everypage;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.platform.pages.Page;
import bd.cleancare.shared.Ids;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A refused form stands under the address it was sent to: whoever asks for that address is led to a page, never told that it is not allowed. */
@AppTest
class FormPagesTest {

    /** What can be pressed on every page and refuses nobody. */
    private static final Set<String> FROM_ANYWHERE = Set.of("/sign-out/");

    @Autowired
    Api api;
    @Autowired
    People people;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void theAddressOfEveryFormLeadsToItsPage() {
        Api browser = api.with("Accept", "text/html").with("Cookie", "session=" + people.cookieOf(people.superAdmin()));
        Set<String> forms = routes(FormPagesTest::isWritten);
        Set<String> pages = routes(FormPagesTest::isRead);
        forms.removeAll(pages);
        forms.removeAll(FROM_ANYWHERE);
        assertThat(forms).hasSizeGreaterThan(30);
        for (String form : forms) {
            String path = form.replaceAll("\\{what:(\\w+)\\|[^}]*}", "$1").replaceAll("\\{sequence[^/]*", "7").replaceAll("\\{[^}]*}", Ids.next().toString());
            Api.Answer answer = browser.get(path);
            assertThat(answer.status()).as(form).isNotEqualTo(405);
            if (!isPage(path)) {
                String to = answer.header("Location");
                assertThat(answer.status()).as(form).isEqualTo(303);
                assertThat(path).as(form).startsWith(to);
                assertThat(isPage(to)).as(form + " → " + to).isTrue();
                String above = String.join("/", List.of(form.split("/")).subList(0, to.split("/").length)) + "/";
                assertThat(pages).as(form + " → " + to + ", which is the page of something else").contains(above);
            }
        }
    }

    @Test
    void aRefusedAnswerIsFoundAgainOnItsPage() {
        String path = "/complaints/" + Ids.next() + "/feedback/";
        assertThat(api.with("Accept", "text/html").get(path).header("Location")).isEqualTo(path.substring(0, path.length() - "feedback/".length()));
    }

    @Test
    void programsAndOtherMethodsHearThatItIsNotAllowed() {
        String path = "/complaints/" + Ids.next() + "/feedback/";
        assertThat(api.with("Accept", "application/json").get(path).status()).isEqualTo(405);
        Api.Answer refused = api.with("Accept", "text/html").delete(path);
        assertThat(refused.status()).isIn(403, 405);
    }

    private Set<String> routes(BiPredicate<RequestMappingInfo, HandlerMethod> which) {
        var routes = new TreeSet<String>();
        handlers.getHandlerMethods().forEach((info, handler) -> {
            if (which.test(info, handler)) {
                routes.addAll(info.getPatternValues());
            }
        });
        return routes;
    }

    private boolean isPage(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return handlers.getHandlerMethods().entrySet().stream().filter(each -> isRead(each.getKey(), each.getValue()))
                .flatMap(each -> each.getKey().getPathPatternsCondition().getPatterns().stream()).anyMatch(pattern -> pattern.matches(parsed));
    }

    private static boolean isWritten(RequestMappingInfo info, HandlerMethod handler) {
        return isForPeople(handler) && methods(info).contains(RequestMethod.POST);
    }

    private static boolean isForPeople(HandlerMethod handler) {
        return handler.getReturnType().getParameterType() == Page.class;
    }

    private static boolean isRead(RequestMappingInfo info, HandlerMethod handler) {
        return isForPeople(handler) && (methods(info).isEmpty() || methods(info).contains(RequestMethod.GET));
    }

    private static Set<RequestMethod> methods(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods();
    }
}

package bd.cleancare.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets a handler method return a {@link Page}. */
@Component
public class PageReturn implements HandlerMethodReturnValueHandler {

    private final Pages pages;

    PageReturn(Pages pages) {
        this.pages = pages;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return returnType.getParameterType() == Page.class;
    }

    @Override
    public void handleReturnValue(Object page, MethodParameter returnType, ModelAndViewContainer container, NativeWebRequest web) throws IOException {
        container.setRequestHandled(true);
        pages.write((Page) page, web.getNativeRequest(HttpServletRequest.class), web.getNativeResponse(HttpServletResponse.class));
    }
}

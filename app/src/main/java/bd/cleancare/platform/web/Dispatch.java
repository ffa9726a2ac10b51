package bd.cleancare.platform.web;

import java.util.ArrayList;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.HandlerMethodReturnValueHandlerComposite;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Where ours goes before the framework's on a request's way to its handler and back; what it is worth stands in benchmarks/README.md. */
@Component
class Dispatch implements WebMvcRegistrations {

    private final JsonMapper json;

    Dispatch(JsonMapper json) {
        this.json = json;
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Routes();
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new OwnAnswersFirst(json);
    }

    /** Pages and data are nearly all answers there are, so they are not asked last. */
    private static final class OwnAnswersFirst extends RequestMappingHandlerAdapter {

        private final JsonMapper json;

        OwnAnswersFirst(JsonMapper json) {
            this.json = json;
        }

        @Override
        public void afterPropertiesSet() {
            super.afterPropertiesSet();
            var framework = new HandlerMethodReturnValueHandlerComposite().addHandlers(getReturnValueHandlers());
            var handlers = new ArrayList<HandlerMethodReturnValueHandler>(getCustomReturnValueHandlers());
            handlers.add(new JsonAnswers(json, framework));
            handlers.addAll(getReturnValueHandlers());
            setReturnValueHandlers(handlers);
        }
    }
}

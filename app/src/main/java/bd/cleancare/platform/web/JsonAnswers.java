package bd.cleancare.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the data a handler returns as one JSON answer of known length. The framework weighs every converter for each answer and writes in chunks, so
 * that two packets leave where one is enough; files, texts and conditional requests are still its own.
 */
class JsonAnswers implements HandlerMethodReturnValueHandler {

    private static final ClassValue<Boolean> ANSWERS_WITH_BODIES = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return AnnotatedElementUtils.hasAnnotation(type, ResponseBody.class);
        }
    };

    private final JsonMapper json;
    private final HandlerMethodReturnValueHandler framework;

    JsonAnswers(JsonMapper json, HandlerMethodReturnValueHandler framework) {
        this.json = json;
        this.framework = framework;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        Class<?> returned = type.getParameterType();
        return returned == ResponseEntity.class || isData(returned) && ANSWERS_WITH_BODIES.get(type.getContainingClass());
    }

    @Override
    public void handleReturnValue(Object returned, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web) throws Exception {
        ResponseEntity<?> entity = returned instanceof ResponseEntity<?> whole ? whole : null;
        Object data = entity == null ? returned : entity.getBody();
        if (data == null || !isData(data.getClass()) || isConditional(web.getNativeRequest(HttpServletRequest.class))) {
            framework.handleReturnValue(returned, type, container, web);
            return;
        }
        container.setRequestHandled(true);
        HttpServletResponse response = web.getNativeResponse(HttpServletResponse.class);
        if (entity != null) {
            response.setStatus(entity.getStatusCode().value());
            entity.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        write(data, response);
    }

    private void write(Object data, HttpServletResponse response) throws IOException {
        byte[] body = json.writeValueAsBytes(data);
        if (response.getContentType() == null) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean isData(Class<?> type) {
        return type.isRecord() || Map.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type);
    }

    private static boolean isConditional(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.IF_NONE_MATCH) != null || request.getHeader(HttpHeaders.IF_MODIFIED_SINCE) != null;
    }
}

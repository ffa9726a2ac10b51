package bd.cleancare.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Gives a handler the {@link RequestFields} of its request: a JSON object, a form or the text parts of a multipart body. */
@Component
class RequestFieldsResolver implements HandlerMethodArgumentResolver {

    /** The longest body that is not a file: a description of any sensible length fits many times. */
    private static final int MAX_BYTES = 256 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).maxNumberLength(60).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == RequestFields.class;
    }

    @Override
    public RequestFields resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest web,
            WebDataBinderFactory binders) throws IOException {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        String type = request.getContentType();
        boolean form = type != null && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"));
        if (type != null && !form && !type.startsWith("application/json")) {
            throw Problem.detail(415, "unsupported_media_type");
        }
        return new RequestFields(form ? formMembers(request) : jsonMembers(request), form);
    }

    /** What the form holds; a page's own address may say the same names, and a servlet puts those first (Servlet 6.1, 3.1). */
    private static Map<String, JsonNode> formMembers(HttpServletRequest request) {
        var members = new HashMap<String, JsonNode>();
        var query = UriComponentsBuilder.newInstance().query(request.getQueryString()).build().getQueryParams();
        request.getParameterMap().forEach((name, values) -> {
            int inAddress = query.getOrDefault(name, List.of()).size();
            String[] said = values.length > inAddress ? Arrays.copyOfRange(values, inAddress, values.length) : values;
            members.put(name, said.length == 1 ? text(said[0]) : texts(said));
        });
        return members;
    }

    /** Boxes ticked in a form arrive as one name several times. */
    private static JsonNode texts(String[] values) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (String value : values) {
            list.add(value);
        }
        return list;
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.stringNode(value);
    }

    private static Map<String, JsonNode> jsonMembers(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw Problem.detail(413, "request_too_large");
        }
        if (body.length == 0) {
            return Map.of();
        }
        JsonNode node = parse(body);
        if (!node.isObject()) {
            throw Problem.detail(400, "not_an_object");
        }
        var members = new HashMap<String, JsonNode>();
        node.forEachEntry(members::put);
        return members;
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException _) {
            throw Problem.detail(400, "parse_error");
        }
    }
}

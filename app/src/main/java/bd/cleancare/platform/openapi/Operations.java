package bd.cleancare.platform.openapi;

import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.OneOf;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Worded;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/** What stands beside a handler: what it does, who may call it, what it reads. */
final class Operations implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.setOperationId(id(handler));
        Summary summary = handler.getMethodAnnotation(Summary.class);
        if (summary != null) {
            operation.setSummary(summary.value());
        }
        Access access = handler.getMethodAnnotation(Access.class);
        if (access != null && access.value() != Access.Rule.ANYONE) {
            operation.addSecurityItem(new SecurityRequirement().addList(OpenApiConfig.BEARER));
        }
        Map<String, List<String>> words = AnnotatedElementUtils.getMergedRepeatableAnnotations(handler.getMethod(), OneOf.class).stream()
                .collect(Collectors.toMap(OneOf::field, Operations::words));
        Fields fields = handler.getMethodAnnotation(Fields.class);
        if (fields != null) {
            describeBody(operation, fields, words);
        }
        if (operation.getParameters() != null) {
            operation.getParameters().stream().filter(parameter -> words.containsKey(parameter.getName())).forEach(parameter -> describe(parameter, words));
        }
        return operation;
    }

    /** The noun is the class, the verb the method; {@code complaintList} lists without being told so twice. */
    private static String id(HandlerMethod handler) {
        String noun = StringUtils.uncapitalize(handler.getBeanType().getSimpleName().replaceFirst("Api$", ""));
        String verb = handler.getMethod().getName();
        return noun.toLowerCase(Locale.ROOT).endsWith(verb.toLowerCase(Locale.ROOT)) ? noun : noun + StringUtils.capitalize(verb);
    }

    /** The shorter address keeps the id; at the other one its last word is added. */
    static void tellApart(Paths paths) {
        Set<String> taken = new HashSet<>();
        paths.keySet().stream().sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .forEach(path -> paths.get(path).readOperations().stream().filter(operation -> !taken.add(operation.getOperationId()))
                        .forEach(operation -> operation.setOperationId(operation.getOperationId() + StringUtils.capitalize(path.substring(path.lastIndexOf('/') + 1)))));
    }

    private static List<String> words(OneOf oneOf) {
        return Arrays.stream(oneOf.list().getEnumConstants()).filter(each -> oneOf.only().isEmpty() || is(each, oneOf.only())).map(Worded::word).toList();
    }

    private static boolean is(Worded each, String what) {
        var method = Objects.requireNonNull(ReflectionUtils.findMethod(each.getClass(), what), what);
        return (boolean) ReflectionUtils.invokeMethod(method, each);
    }

    private static void describe(Parameter parameter, Map<String, List<String>> words) {
        var schema = new StringSchema()._enum(words.get(parameter.getName()));
        if (parameter.getSchema().getDefault() != null) {
            schema.setDefault(parameter.getSchema().getDefault());
        }
        parameter.setSchema(schema);
    }

    private static void describeBody(Operation operation, Fields fields, Map<String, List<String>> words) {
        Content content = new Content();
        Schema<?> body = body(fields, words);
        if (fields.files().length == 0 || fields.required().length + fields.optional().length > 0) {
            content.addMediaType("application/json", new MediaType().schema(body));
        }
        if (fields.files().length > 0) {
            content.addMediaType("multipart/form-data", new MediaType().schema(body));
        }
        operation.requestBody(new RequestBody().required(true).content(content));
        if (operation.getParameters() != null) {
            // The generator takes a list of files for a parameter of the address.
            List<String> files = List.of(fields.files());
            operation.getParameters().removeIf(parameter -> "query".equals(parameter.getIn()) && files.contains(parameter.getName()));
        }
    }

    private static Schema<?> body(Fields fields, Map<String, List<String>> words) {
        Schema<Object> body = new ObjectSchema();
        for (String[] names : List.of(fields.required(), fields.optional())) {
            for (String name : names) {
                body.addProperty(name, new StringSchema()._enum(words.get(name)));
            }
        }
        for (String name : fields.flags()) {
            body.addProperty(name, new BooleanSchema());
        }
        for (String name : fields.files()) {
            body.addProperty(name, new ArraySchema().items(new BinarySchema()));
        }
        if (fields.required().length > 0) {
            body.required(List.of(fields.required()));
        }
        return body;
    }
}

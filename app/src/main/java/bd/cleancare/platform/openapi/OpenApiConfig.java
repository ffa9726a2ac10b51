package bd.cleancare.platform.openapi;

import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Viewer;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.method.HandlerMethod;

/** What the generator cannot see by itself: who may call, what {@link RequestFields} holds, how to sign in. */
@Lazy
@Configuration
class OpenApiConfig {

    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class, RequestFields.class);
    }

    /** Nobody asks the registrar for anything, so made lazily it would never tell the generator of our names nor of answers inside a ResponseEntity. */
    @Bean
    @DependsOn("modelConverterRegistrar")
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info().title("Clean Care").version("1").license(new License().name("Apache-2.0").identifier("Apache-2.0"))
                        .description("The civic services of a city corporation. Texts of errors come in Bangla, or in English with Accept-Language: en."))
                .servers(List.of(new Server().url("/")))
                .components(new Components().addSecuritySchemes(BEARER,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT")));
    }

    /** The generator reads classes with a mapper of its own: it must name members as ours writes them, or clients made from the description find none. */
    @Bean
    ModelResolver namesOnTheWire(ObjectMapperProvider mappers) {
        var mapper = mappers.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new ModelResolver(mapper, new NamesWithTheirClass()).openapi31(true);
    }

    /** Two records of one simple name in two classes are two schemas; by the simple name alone the last one read would stand for both. */
    private static final class NamesWithTheirClass extends TypeNameResolver {

        @Override
        protected String getNameOfClass(Class<?> type) {
            if (type.getEnclosingClass() == null) {
                return type.getSimpleName();
            }
            String outer = getNameOfClass(type.getEnclosingClass()).replaceFirst("Api$", "");
            return type.getSimpleName().startsWith(outer) ? type.getSimpleName() : outer + type.getSimpleName();
        }
    }

    /** JSON that the database wrote and we pass on is any value to the generator, not the text that carries it. */
    @Bean
    PropertyCustomizer rawJson() {
        return (property, type) -> {
            boolean raw = type.getCtxAnnotations() != null && Arrays.stream(type.getCtxAnnotations()).anyMatch(JsonRawValue.class::isInstance);
            return raw && property.getItems() == null ? new Schema<>().specVersion(SpecVersion.V31) : property;
        };
    }

    @Bean
    OperationCustomizer accessAndBody() {
        return (operation, handler) -> {
            Access access = handler.getMethodAnnotation(Access.class);
            if (access != null && access.value() != Access.Rule.ANYONE) {
                operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
            }
            describeBody(operation, handler);
            return operation;
        };
    }

    private static void describeBody(Operation operation, HandlerMethod handler) {
        Fields fields = handler.getMethodAnnotation(Fields.class);
        if (fields == null) {
            return;
        }
        Schema<Object> body = new ObjectSchema();
        for (String name : fields.required()) {
            body.addProperty(name, new StringSchema());
        }
        for (String name : fields.optional()) {
            body.addProperty(name, new StringSchema());
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
        var content = new Content();
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
}

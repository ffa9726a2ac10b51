package bd.cleancare.platform.openapi;

import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Viewer;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;

/** What the generator cannot see by itself: who may call, what {@link RequestFields} holds, how to sign in. */
@Lazy
@Configuration
class OpenApiConfig {

    static final String BEARER = "bearer";

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
    OperationCustomizer operations() {
        return new Operations();
    }

    /** A handler that answers at two addresses is two operations. */
    @Bean
    OpenApiCustomizer ownIds() {
        return description -> Operations.tellApart(description.getPaths());
    }
}

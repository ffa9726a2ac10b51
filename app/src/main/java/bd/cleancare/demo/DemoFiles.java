package bd.cleancare.demo;

import bd.cleancare.media.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What the demo city is made of, under {@code demo/} on the class path. */
@Component
@Profile("demo")
class DemoFiles {

    private static final JsonMapper JSON = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    <T> T json(String name, TypeReference<T> type) {
        return JSON.readValue(bytes(name), type);
    }

    Upload photo(String name) {
        byte[] jpeg = bytes("photos/" + name);
        return new Upload(name, jpeg.length, new ByteArrayResource(jpeg));
    }

    private static byte[] bytes(String name) {
        try {
            return new ClassPathResource("demo/" + name).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

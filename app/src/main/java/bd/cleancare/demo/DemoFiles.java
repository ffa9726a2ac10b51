package bd.cleancare.demo;

import bd.cleancare.media.Photos;
import bd.cleancare.media.PreparedPhotos;
import bd.cleancare.media.Upload;
import bd.cleancare.shared.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    private final Photos photos;

    DemoFiles(Photos photos) {
        this.photos = photos;
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    <T> T json(String name, TypeReference<T> type) {
        return JSON.readValue(bytes(name), type);
    }

    PreparedPhotos.Accepted photos(List<String> names, Viewer owner) {
        List<Upload> uploads = names.stream().map(name -> photo(name.endsWith(".jpg") ? name : name + ".jpg")).toList();
        if (photos.prepare(uploads, owner.id()) instanceof PreparedPhotos.Accepted accepted) {
            return accepted;
        }
        throw new IllegalStateException("The demo's own photos are refused");
    }

    private static Upload photo(String name) {
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

package bd.cleancare.media;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.shared.Ids;
import bd.cleancare.testing.AppTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class PhotosTest {

    @Autowired
    private Photos photos;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aPhotoIsStoredSmallerAndNobodysUntilKept() {
        var accepted = (PreparedPhotos.Accepted) photos.prepare(List.of(TestPhotos.upload("x.jpg", TestPhotos.jpeg(4000, 3000))), Ids.next());
        var photo = accepted.photos().getFirst();
        assertThat(photo.width()).isEqualTo(1920);
        assertThat(photo.height()).isEqualTo(1440);
        assertThat(state(photo.id())).isEqualTo("pending");
    }

    private String state(UUID id) {
        return jdbc.sql("SELECT state FROM media WHERE id = ?").param(id).query(String.class).single();
    }
}

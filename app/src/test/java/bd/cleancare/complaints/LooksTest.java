package bd.cleancare.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** A kind, state or category that is new has an icon before somebody opens a page with it. */
class LooksTest {

    @Test
    void everyIconIsDrawn() throws IOException {
        String drawn = new ClassPathResource("static/icons.svg").getContentAsString(StandardCharsets.UTF_8);
        assertThat(Stream.of(Arrays.stream(HistoryKind.values()).map(Looks::icon), Arrays.stream(ComplaintStatus.values()).map(Looks::icon),
                Arrays.stream(Category.values()).map(Looks::icon)).flatMap(each -> each).toList())
                .allSatisfy(icon -> assertThat(drawn).contains("id=\"" + icon + "\""));
    }
}

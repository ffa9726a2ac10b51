package bd.cleancare.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.testing.AppTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** A kind, state, category or priority that is new has words in both languages and an icon before somebody opens a page with it. */
@AppTest
class LooksTest {

    @Autowired
    Messages messages;

    @Test
    void everythingHasWordsInBothLanguages() {
        List<String> keys = Stream.of(Arrays.stream(HistoryKind.values()).map(kind -> "complaint.kind." + kind.name()),
                Arrays.stream(ComplaintStatus.values()).map(Looks::key), Arrays.stream(Category.values()).map(Looks::key),
                Arrays.stream(Priority.values()).map(Looks::key), Arrays.stream(Priority.values()).map(priority -> Looks.key(priority) + ".hint"))
                .flatMap(each -> each).toList();
        for (Language language : Language.values()) {
            assertThat(keys).as(language.code()).allSatisfy(key -> assertThat(messages.get(language, key)).isNotBlank().isNotEqualTo(key));
        }
    }

    @Test
    void everyIconIsDrawn() throws IOException {
        String drawn = new ClassPathResource("static/icons.svg").getContentAsString(StandardCharsets.UTF_8);
        assertThat(Stream.of(Arrays.stream(HistoryKind.values()).map(Looks::icon), Arrays.stream(ComplaintStatus.values()).map(Looks::icon),
                Arrays.stream(Category.values()).map(Looks::icon)).flatMap(each -> each).toList())
                .allSatisfy(icon -> assertThat(drawn).contains("id=\"" + icon + "\""));
    }
}

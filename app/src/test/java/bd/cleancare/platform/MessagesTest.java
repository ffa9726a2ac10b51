package bd.cleancare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MessagesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+");
    private static final Pattern LATIN_DIGIT_IN_TEXT = Pattern.compile("(?<![\\w{+.])\\d(?![\\w}])");

    @ParameterizedTest
    @MethodSource("banglaFiles")
    void bothLanguagesHaveEveryKeyWithTheSameArguments(Resource bangla) throws IOException {
        Properties bn = read(bangla);
        Properties en = read(bangla.createRelative(bangla.getFilename().replace("_bn", "_en")));

        assertThat(bn.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
        for (String key : bn.stringPropertyNames()) {
            assertThat(arguments(bn.getProperty(key))).as(key).isEqualTo(arguments(en.getProperty(key)));
            assertThat(bn.getProperty(key)).as(key).isNotBlank();
            assertThat(en.getProperty(key)).as(key).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("banglaFiles")
    void banglaTextsUseBanglaDigits(Resource bangla) throws IOException {
        Properties bn = read(bangla);
        for (String key : bn.stringPropertyNames()) {
            assertThat(LATIN_DIGIT_IN_TEXT.matcher(bn.getProperty(key)).find()).as(key + "=" + bn.getProperty(key)).isFalse();
        }
    }

    static Stream<Resource> banglaFiles() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_bn.properties"));
    }

    private static Properties read(Resource file) throws IOException {
        var properties = new Properties();
        try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }

    private static java.util.Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(java.util.regex.MatchResult::group).collect(java.util.stream.Collectors.toSet());
    }
}

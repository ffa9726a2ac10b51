package bd.cleancare.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/payments-proof.md} says which test shows which requirement. Each of them is in it, and each test it names exists. */
class ProofTest {

    private static final Path TABLE = Path.of("../docs/payments-proof.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)#(\\w+)`");
    /** Wishes, not demands. */
    private static final List<Integer> MAY_BE_LEFT_OUT = List.of(6, 22, 34, 40);

    @Test
    void everyRequirementNamesTestsAndEveryTestExists() throws IOException {
        Map<String, String> rows = rows();
        assertThat(rows.keySet()).containsAll(IntStream.rangeClosed(1, 53).filter(number -> !MAY_BE_LEFT_OUT.contains(number)).mapToObj(Integer::toString).toList())
                .containsAll(IntStream.rangeClosed(1, 30).mapToObj(number -> "J" + number).toList());
        Map<String, String> sources = sources();
        rows.forEach((requirement, text) -> {
            var named = TEST.matcher(text).results().toList();
            assertThat(named).as(requirement + " names no test").isNotEmpty();
            named.forEach(test -> assertThat(sources.getOrDefault(test.group(1), "")).as(requirement + " names " + test.group())
                    .satisfies(source -> assertThat(isTest(source, test.group(2))).isTrue()));
        });
    }

    private static boolean isTest(String source, String method) {
        int at = source.indexOf("void " + method + "(");
        String before = at < 0 ? "" : source.substring(source.lastIndexOf("\n\n", at), at);
        return before.contains("@Test") || before.contains("@ParameterizedTest");
    }

    private static Map<String, String> rows() throws IOException {
        var rows = new HashMap<String, String>();
        for (String line : Files.readAllLines(TABLE)) {
            String[] cells = line.split("\\|");
            if (cells.length >= 4 && cells[1].strip().matches("J?\\d+")) {
                rows.put(cells[1].strip(), line);
            }
        }
        return rows;
    }

    private static Map<String, String> sources() throws IOException {
        var sources = new HashMap<String, String>();
        for (String root : List.of("src/test/java", "../simulators/src/test/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                    sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                }
            }
        }
        return sources;
    }
}

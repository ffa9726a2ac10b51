package bd.cleancare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table that says which test shows what names tests that are there, and no line without one. */
class ContractProofTest {

    private static final Path TABLE = Path.of("../docs/contract-proof.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void everyNamedTestExists() throws IOException {
        Map<String, String> sources = sources();
        var missing = new ArrayList<String>();
        var named = NAMED.matcher(Files.readString(TABLE));
        int count = 0;
        while (named.find()) {
            count++;
            if (!sources.getOrDefault(named.group(1), "").contains(" void " + named.group(2) + "(")) {
                missing.add(named.group());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(count).isGreaterThan(100);
    }

    @Test
    void everyLineNamesATest() throws IOException {
        List<String> rows = Files.readAllLines(TABLE).stream().filter(line -> line.startsWith("| ") && !line.startsWith("| what")).toList();
        assertThat(rows).allMatch(row -> NAMED.matcher(row).find());
        for (int defect = 1; defect <= 15; defect++) {
            String number = "| " + defect + " ";
            assertThat(rows).as("defect " + defect).anyMatch(row -> row.startsWith(number));
        }
    }

    private static Map<String, String> sources() throws IOException {
        var sources = new HashMap<String, String>();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }
}

package bd.cleancare.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forty people send a 12-megapixel photo in the same moment, to a process that has a heap of the decoding budget and no more. */
class ManyAtOnceTest {

    private static final int PEOPLE = 40;

    @TempDir
    private Path directory;

    @Test
    void fortyDecodesAtOnceStayWithinTheMemoryBudget() throws IOException, InterruptedException {
        Path photo = Files.write(directory.resolve("photo.jpg"), TestPhotos.jpeg(4000, 3000));
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx128m", "-cp",
                System.getProperty("java.class.path"), ManyAtOnceTest.class.getName(), photo.toString())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(output)).contains("developed " + PEOPLE).doesNotContain("OutOfMemoryError");
    }

    public static void main(String[] args) throws Exception {
        Path photo = Path.of(args[0]);
        var upload = new Upload("photo.jpg", Files.size(photo), () -> Files.newInputStream(photo));
        try (var darkroom = new Darkroom(TestSettings.with(Map.of("waiting-time", "5m"))); var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var photos = people.invokeAll(IntStream.range(0, PEOPLE).<java.util.concurrent.Callable<Darkroom.Result>>mapToObj(_ -> () -> darkroom.develop(upload)).toList());
            long developed = 0;
            for (var one : photos) {
                developed += one.get() instanceof Darkroom.Developed ? 1 : 0;
            }
            System.out.println("developed " + developed + ", " + peakMemory());
        }
    }

    private static List<String> peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status) ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).toList() : List.of();
    }
}

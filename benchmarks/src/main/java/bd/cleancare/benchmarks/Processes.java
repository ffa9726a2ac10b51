package bd.cleancare.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What Linux says of a process: processor time and memory, from {@code /proc}. */
final class Processes {

    /** {@code /proc/<pid>/stat} counts in hundredths of a second on every Linux that matters here. */
    private static final long TICK_MILLIS = 10;

    private Processes() {
    }

    /** User and system time of a process and of those of its children that are still running. */
    static Duration cpu(ProcessHandle process) {
        long ticks = ticks(process) + process.descendants().mapToLong(Processes::ticks).sum();
        return Duration.ofMillis(ticks * TICK_MILLIS);
    }

    /** The most memory of one process that was resident at once since it started, in megabytes. */
    static long mostResidentMegabytes(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst().orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long ticks(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException _) {
            return 0; // ended meanwhile
        }
    }
}

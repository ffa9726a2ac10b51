package bd.cleancare.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One room with 50 readers beside 5,000 connections in 500 rooms; first the application, which checks, commits and numbers each message, then
 * the bare fan-out of the same frames.
 */
final class ChatBenchmark {

    private static final int ROOMS = 500;
    private static final int IN_EACH = 10;
    private static final int READERS = 50;
    private static final int PEOPLE = 100;
    /** Of a message in Latin letters from the application, head included; measured. */
    private static final int FRAME_BYTES = 345;

    private static final String PERSON = """
            INSERT INTO users (id, phone, name, role, is_verified)
            SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '+88015' || lpad(n::text, 8, '0'), 'Benchmark', 'super_admin', true
            FROM generate_series(1, %d) n""";
    private static final String SESSION = """
            INSERT INTO sessions (id, user_id, device, cookie_hash, expires_at)
            SELECT uuidv7(), ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'benchmark', sha256(lpad(n::text, 43, 'c')::bytea), now() + interval '1 day'
            FROM generate_series(1, %d) n""";
    private static final String ROOM = """
            INSERT INTO chat_rooms (id, kind, ward_number)
            SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 3, 'benchmark-' || n FROM generate_series(0, %d) n""";

    private final Options options;
    private final Report report;

    private ChatBenchmark(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    static void run(Options options, Report report) throws Exception {
        new ChatBenchmark(options, report).run();
    }

    private void run() throws Exception {
        Latencies[] bare;
        int port = freePort();
        Process plain = plain(port);
        try {
            bare = measure(port, plain.toHandle(), null);
        } finally {
            plain.destroy();
        }
        try (var stage = new Stage("chat")) {
            stage.startApplication();
            stage.execute(PERSON.formatted(PEOPLE));
            stage.execute(SESSION.formatted(PEOPLE));
            stage.execute(ROOM.formatted(ROOMS));
            measure(stage.port(), stage.application(), bare);
        }
        report.say("\"same SQL/s\" in this group is what the bare fan-out of the same frames delivers; messages delivered a second, from send to read");
    }

    /** @param bare what there is to compare with; null while that itself is measured */
    private Latencies[] measure(int port, ProcessHandle server, Latencies[] bare) throws IOException {
        long before = residentKilobytes(server);
        try (var crowd = new ChatCrowd(port)) {
            for (int i = 0; i < READERS; i++) {
                crowd.connect(room(0), headers(port, i));
            }
            for (int i = 0; i < ROOMS * IN_EACH; i++) {
                crowd.connect(room(1 + i / IN_EACH), headers(port, i));
            }
            crowd.idle(Duration.ofSeconds(2));
            String name = bare == null ? "bare fan-out" : "application";
            report.say("%s: %,d connections, %.1f kB resident memory each".formatted(name, crowd.size(), (double) (residentKilobytes(server) - before) / crowd.size()));
            List<Integer> oneRoom = IntStream.range(0, 4).boxed().toList();
            List<Integer> manyRooms = new ArrayList<>();
            for (int i = 0; i < options.connections(); i++) {
                manyRooms.add(READERS + i * IN_EACH);
            }
            Latencies[] measured = {
                line("chat: one room, 50 readers", crowd, oneRoom, server, bare == null ? null : bare[0]),
                line("chat: 5,000 connections, 500 rooms", crowd, manyRooms, server, bare == null ? null : bare[1])};
            report.say("%s: %d connections lost".formatted(name, crowd.lost()));
            return measured;
        }
    }

    private Latencies line(String name, ChatCrowd crowd, List<Integer> writers, ProcessHandle server, Latencies bare) throws IOException {
        crowd.run(writers, Duration.ofSeconds(5));
        Duration cpu = Processes.cpu(server);
        Latencies measured = crowd.run(writers, options.seconds());
        if (bare == null) {
            report.say("bare fan-out, %s: %,.0f messages delivered a second, p50 %.2f ms, p99 %.2f ms".formatted(name, measured.perSecond(), measured.millis(0.5),
                    measured.millis(0.99)));
        } else {
            report.add(new Report.Line(name, 0, writers.size(), measured, Processes.cpu(server).minus(cpu), Processes.mostResidentMegabytes(server), bare.perSecond()));
        }
        return measured;
    }

    private static String room(int number) {
        return "00000000-0000-7000-9000-%012x".formatted(number);
    }

    private static String headers(int port, int number) {
        return "Cookie: session=" + "c".repeat(43 - String.valueOf(1 + number % PEOPLE).length()) + (1 + number % PEOPLE) + "\r\nOrigin: http://127.0.0.1:" + port + "\r\n";
    }

    private static Process plain(int port) throws IOException, InterruptedException {
        Process server = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-XX:+UseSerialGC", "-Xmx176m", "-cp", System.getProperty("java.class.path"),
                PlainFanOut.class.getName(), String.valueOf(port), String.valueOf(FRAME_BYTES)).redirectErrorStream(true)
                .redirectOutput(new File("target/benchmark-plain.log")).start();
        while (!listens(port)) {
            if (!server.isAlive()) {
                throw new IllegalStateException("the bare server ended; see target/benchmark-plain.log");
            }
            Thread.sleep(50);
        }
        return server;
    }

    private static boolean listens(int port) {
        try (var _ = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static long residentKilobytes(ProcessHandle process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
    }
}

package bd.cleancare.simulators.server;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MemoryTest {

    @TempDir
    Path directory;

    private record Thing(String name, Instant at, List<Part> parts) {

        /** Computed, and so nothing to keep. */
        boolean isWhole() {
            return parts.isEmpty();
        }
    }

    private record Part(long poisha) {
    }

    private final Thing thing = new Thing("ওয়ার্ড ৭", Instant.parse("2026-11-26T10:00:00.123Z"), List.of(new Part(7)));

    @Test
    void whatWasPutIsThereInTheNextLife() {
        try (Memory memory = Memory.in(directory, "g")) {
            var things = memory.shelf("things", Thing.class);
            things.put("b", thing);
            things.put("a", new Thing("before", null, List.of()));
            things.put("a", new Thing("after", null, List.of()));
            memory.shelf("numbers", Long.class).add(5L);
        }
        try (Memory memory = Memory.in(directory, "g")) {
            var things = memory.shelf("things", Thing.class);
            assertThat(things.get("b")).contains(thing);
            assertThat(things.values()).extracting(Thing::name).containsExactly("ওয়ার্ড ৭", "after");
            assertThat(memory.shelf("numbers", Long.class).values()).containsExactly(5L);
            things.clear();
        }
        try (Memory memory = Memory.in(directory, "g")) {
            assertThat(memory.shelf("things", Thing.class).values()).isEmpty();
        }
    }

    /** Cut at every byte, as a death may: what was done in one step is there together or not at all, and life goes on. */
    @Test
    void stepThatDiedHalfwayNeverHappened() throws Exception {
        Path file = directory.resolve("g.jsonl");
        try (Memory memory = Memory.in(directory, "g")) {
            memory.shelf("things", Thing.class).put("first", thing);
        }
        long whole = Files.size(file);
        try (Memory memory = Memory.in(directory, "g")) {
            var things = memory.shelf("things", Thing.class);
            var numbers = memory.shelf("numbers", Long.class);
            memory.step(() -> {
                things.put("second", thing);
                numbers.add(1L);
            });
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int length = (int) whole; length <= bytes.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(bytes, length));
            try (Memory memory = Memory.in(directory, "g")) {
                int kept = length == bytes.length ? 1 : 0;
                var things = memory.shelf("things", Thing.class);
                assertThat(things.values()).hasSize(1 + kept);
                assertThat(memory.shelf("numbers", Long.class).values()).hasSize(kept);
                things.put("third", thing);
            }
            try (Memory memory = Memory.in(directory, "g")) {
                assertThat(memory.shelf("things", Thing.class).get("third")).isPresent();
            }
        }
    }

    @Test
    void whatFailsOnTheWayKeepsWhatHasHappenedUntilThen() {
        try (Memory memory = Memory.in(directory, "g")) {
            var numbers = memory.shelf("numbers", Long.class);
            assertThatThrownBy(() -> memory.step(() -> {
                numbers.add(1L);
                throw new IllegalStateException("halfway");
            })).hasMessage("halfway");
        }
        try (Memory memory = Memory.in(directory, "g")) {
            assertThat(memory.shelf("numbers", Long.class).values()).containsExactly(1L);
        }
    }

    @Test
    void unreadableLineIsNamedAndNothingIsLost() throws Exception {
        Path file = directory.resolve("g.jsonl");
        Files.writeString(file, "{\"numbers\":{\"0\":1}}\n{oops\n{\"numbers\":{\"1\":2}}\n");
        assertThatThrownBy(() -> Memory.in(directory, "g")).hasMessageContaining("g.jsonl line 2");
        assertThat(Files.readString(file)).endsWith("{\"numbers\":{\"1\":2}}\n");
    }

    @Test
    void withoutADirectoryNothingIsWritten() throws Exception {
        try (Memory memory = Memory.none()) {
            assertThat(memory.shelf("numbers", Long.class).put("k", 1L)).isOne();
        }
        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    /** A page that a payer has open leads to the same place after a restart. */
    @Test
    void serverComesBackWhereItWas() {
        int port;
        try (var first = new SimulatorServer(Address.loopback(0), java.time.Clock.systemUTC(), Memory.in(directory, "g"))) {
            first.start();
            port = first.port();
        }
        try (var again = new SimulatorServer(Address.loopback(0), java.time.Clock.systemUTC(), Memory.in(directory, "g"))) {
            again.start();
            assertThat(again.port()).isEqualTo(port);
            Path other = directory.resolve("other");
            try {
                Files.createDirectories(other);
                Files.writeString(other.resolve("g.jsonl"), "{\"ports\":{\"last\":" + port + "}}\n");
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            try (var elsewhere = new SimulatorServer(Address.loopback(0), java.time.Clock.systemUTC(), Memory.in(other, "g"))) {
                elsewhere.start();
                assertThat(elsewhere.port()).isNotEqualTo(port);
            }
        }
    }
}

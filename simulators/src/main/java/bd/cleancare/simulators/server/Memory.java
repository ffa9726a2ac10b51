package bd.cleancare.simulators.server;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a simulator knows beyond its own end: shelves of values by key. Each step is one line of a file, so that after any death it has
 * happened wholly or not at all. Without a file everything ends with the process.
 */
public final class Memory implements AutoCloseable {

    /** Records are their components; what they compute is nobody's business. */
    private static final JsonMapper VALUES = JsonMapper.builder().changeDefaultVisibility(all -> all
            .withVisibility(PropertyAccessor.GETTER, Visibility.NONE).withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)).build();

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Map<String, JsonNode>> found = new HashMap<>();
    /** Null when nothing is kept. */
    private final RandomAccessFile file;
    /** Null between steps. */
    private ObjectNode step;

    private Memory(RandomAccessFile file) {
        this.file = file;
    }

    public static Memory none() {
        return new Memory(null);
    }

    /** @param directory null or where {@code <name>.jsonl} is read and written on */
    public static Memory in(Path directory, String name) {
        if (directory == null) {
            return none();
        }
        Path path = directory.resolve(name + ".jsonl");
        try {
            Files.createDirectories(directory);
            // No channel: an interrupted thread would close it for everybody.
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            if (file.getChannel().tryLock() == null) {
                throw new IllegalStateException("another simulator keeps its state in " + path);
            }
            Memory memory = new Memory(file);
            memory.recall(path);
            return memory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void recall(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        int number = 0;
        int begin = 0;
        for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] == '\n') {
                number++;
                recall(new String(bytes, begin, end - begin, StandardCharsets.UTF_8), path + " line " + number);
                begin = end + 1;
            }
        }
        // A line without its end is a step during which the process died: it never happened.
        file.setLength(begin);
        file.seek(begin);
    }

    private void recall(String line, String place) {
        try {
            VALUES.readTree(line).properties().forEach(shelf -> shelf.getValue().properties().forEach(entry ->
                    found.computeIfAbsent(shelf.getKey(), first -> new LinkedHashMap<>()).put(entry.getKey(), entry.getValue())));
        } catch (JacksonException unreadable) {
            throw new IllegalStateException(place + " cannot be read; mend it, or remove the file to begin anew", unreadable);
        }
    }

    /** To be asked for once; it holds what was put there in earlier lives. */
    public <V> Shelf<V> shelf(String name, Class<V> type) {
        Shelf<V> shelf = new Shelf<>(name);
        found.getOrDefault(name, Map.of()).forEach((key, value) -> {
            if (!value.isNull()) {
                shelf.values.put(key, VALUES.treeToValue(value, type));
            }
        });
        found.remove(name);
        return shelf;
    }

    /** What is put on any shelf meanwhile is kept together or not at all. */
    public void step(Runnable changes) {
        lock.lock();
        boolean outermost = step == null;
        try {
            step = outermost ? Json.object() : step;
            changes.run();
        } finally {
            if (outermost) {
                write();
            }
            lock.unlock();
        }
    }

    private void remember(String shelf, String key, Object value) {
        if (file != null) {
            step.withObjectProperty(shelf).set(key, VALUES.valueToTree(value));
        }
    }

    private void write() {
        ObjectNode done = step;
        step = null;
        if (done.isEmpty()) {
            return;
        }
        try {
            file.write((VALUES.writeValueAsString(done) + "\n").getBytes(StandardCharsets.UTF_8));
            file.getFD().sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    /** Values by key, in the order in which the keys came. */
    public final class Shelf<V> {

        private final String name;
        private final Map<String, V> values = new LinkedHashMap<>();

        private Shelf(String name) {
            this.name = name;
        }

        public Optional<V> get(String key) {
            lock.lock();
            try {
                return Optional.ofNullable(values.get(key));
            } finally {
                lock.unlock();
            }
        }

        public List<V> values() {
            lock.lock();
            try {
                return List.copyOf(values.values());
            } finally {
                lock.unlock();
            }
        }

        public V put(String key, V value) {
            step(() -> {
                values.put(key, value);
                remember(name, key, value);
            });
            return value;
        }

        /** Under the next number. */
        public void add(V value) {
            step(() -> put(Integer.toString(values.size()), value));
        }

        public void clear() {
            step(() -> {
                values.keySet().forEach(key -> remember(name, key, null));
                values.clear();
            });
        }
    }
}

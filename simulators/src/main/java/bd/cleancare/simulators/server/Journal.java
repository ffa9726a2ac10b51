package bd.cleancare.simulators.server;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Every request the gateway got, numbered in the order of arrival. A request still being answered is in it without a status. */
final class Journal {

    private static final int LIMIT = 20_000;

    private final Clock clock;
    private final AtomicLong lastSequence = new AtomicLong();
    private final ConcurrentSkipListMap<Long, Line> lines = new ConcurrentSkipListMap<>();

    Journal(Clock clock) {
        this.clock = clock;
    }

    Line open(Request request) {
        long sequence = lastSequence.incrementAndGet();
        Line line = new Line(sequence, clock.instant(), System.nanoTime(), request, null, null, 0);
        lines.put(sequence, line);
        lines.headMap(sequence - LIMIT, true).clear();
        return line;
    }

    /** Does nothing when the journal was reset meanwhile: the line belongs to the past then. */
    void close(Line line, Integer status, Fault fault) {
        long duration = (System.nanoTime() - line.startNanos) / 1_000_000;
        String kind = fault == null ? null : fault.kind().word();
        lines.replace(line.sequence, new Line(line.sequence, line.at, line.startNanos, line.request, status, kind, duration));
    }

    void reset() {
        lines.clear();
    }

    /** Oldest first; only paths that contain the given text. */
    ArrayNode toJson(String pathPart) {
        ArrayNode all = Json.array();
        lines.values().stream().filter(line -> line.request.uriPath().contains(pathPart)).forEach(line -> all.add(line.toJson()));
        return all;
    }

    record Line(long sequence, Instant at, long startNanos, Request request, Integer status, String fault, long durationMs) {

        ObjectNode toJson() {
            ObjectNode json = Json.object().put("sequence", sequence).put("at", at.toString())
                    .put("method", request.method()).put("path", request.uriPath());
            request.query().forEach(json.putObject("query")::put);
            request.headers().forEach(json.putObject("headers")::put);
            return json.put("body", request.body()).put("status", status).put("fault", fault).put("duration_ms", durationMs);
        }
    }
}

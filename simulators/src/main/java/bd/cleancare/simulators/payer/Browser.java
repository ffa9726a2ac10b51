package bd.cleancare.simulators.payer;

import bd.cleancare.simulators.server.Faults;
import bd.cleancare.simulators.server.Wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Goes where a payer's browser would be sent, or posts what a gateway posts to the merchant's server. */
public final class Browser {

    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Browser() {
    }

    /** All at the same time, as an impatient payer and a flaky network would have it; 0 stands for no answer at all. */
    public static List<Integer> follow(Return back, Faults.Delivery delivery) {
        List<Future<Integer>> visits = new ArrayList<>();
        // Closing the executor waits for all.
        Wire.pause(delivery.delayMs());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < delivery.times(); i++) {
                visits.add(threads.submit(() -> visit(back)));
            }
        }
        return visits.stream().map(Future::resultNow).toList();
    }

    public static void followLater(Return back, Faults.Delivery delivery) {
        if (delivery.times() > 0) {
            Thread.startVirtualThread(() -> follow(back, delivery));
        }
    }

    private static int visit(Return back) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(back.url())).timeout(Duration.ofSeconds(30));
        if (back.method().equals("POST")) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(Return.encoded(back.fields())));
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException merchantAway) {
            return 0;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}

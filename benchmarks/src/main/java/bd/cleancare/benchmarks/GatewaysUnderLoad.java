package bd.cleancare.benchmarks;

import bd.cleancare.simulators.bkash.BkashGateway;
import bd.cleancare.simulators.nagad.NagadGateway;
import bd.cleancare.simulators.rocket.RocketGateway;
import bd.cleancare.simulators.upay.UpayGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** Four simulated gateways in this process, outside the application, and how fast they answer. */
final class GatewaysUnderLoad implements AutoCloseable {

    private final BkashGateway.Credentials bkashKeys = BkashGateway.Credentials.generate();
    private final NagadGateway.Credentials nagadKeys = NagadGateway.Credentials.generate();
    private final RocketGateway.Credentials rocketKeys = RocketGateway.Credentials.generate();
    private final UpayGateway.Credentials upayKeys = UpayGateway.Credentials.generate();
    private final BkashGateway bkash = BkashGateway.start(0, bkashKeys);
    private final NagadGateway nagad = NagadGateway.start(0, nagadKeys);
    private final RocketGateway rocket = RocketGateway.start(0, rocketKeys, RocketGateway.Options.returningTo("", ""));
    private final UpayGateway upay = UpayGateway.start(0, upayKeys);
    private final HttpClient http = HttpClient.newHttpClient();

    /** What tells the application where they are. */
    String[] settings() {
        return new String[] {"--cleancare.gateways.bkash.base-url=" + bkash.baseUrl(), "--cleancare.gateways.bkash.username=" + bkashKeys.username(),
            "--cleancare.gateways.bkash.password=" + bkashKeys.password(), "--cleancare.gateways.bkash.app-key=" + bkashKeys.appKey(),
            "--cleancare.gateways.bkash.app-secret=" + bkashKeys.appSecret(),
            "--cleancare.gateways.nagad.base-url=" + nagad.baseUrl() + "/api/dfs", "--cleancare.gateways.nagad.merchant-id=" + nagadKeys.merchantId(),
            "--cleancare.gateways.nagad.merchant-private-key=" + nagadKeys.merchantPrivateKey(),
            "--cleancare.gateways.nagad.gateway-public-keys=" + nagadKeys.gatewayPublicKey(),
            "--cleancare.gateways.rocket.base-url=" + rocket.baseUrl(), "--cleancare.gateways.rocket.user-id=" + rocketKeys.userId(),
            "--cleancare.gateways.rocket.password=" + rocketKeys.password(), "--cleancare.gateways.rocket.checksum-secret=" + rocketKeys.checksumSecret(),
            "--cleancare.gateways.upay.base-url=" + upay.baseUrl(), "--cleancare.gateways.upay.merchant-id=" + upayKeys.merchantId(),
            "--cleancare.gateways.upay.merchant-key=" + upayKeys.merchantKey()};
    }

    List<String> methods() {
        return List.of("bkash", "nagad", "rocket", "upay");
    }

    String baseUrl(String method) {
        return Map.of("bkash", bkash.baseUrl(), "nagad", nagad.baseUrl(), "rocket", rocket.baseUrl(), "upay", upay.baseUrl()).get(method);
    }

    void allAnswerIn(int millis) throws IOException, InterruptedException {
        for (String method : methods()) {
            heal(method);
            fault(method, "{\"kind\":\"delay\",\"delay_ms\":" + millis + ",\"times\":-1}");
        }
    }

    void stall(String method, int millis) throws IOException, InterruptedException {
        fault(method, "{\"endpoint\":\"*/create\",\"kind\":\"delay\",\"delay_ms\":" + millis + ",\"times\":-1}");
    }

    void heal(String method) throws IOException, InterruptedException {
        http.send(HttpRequest.newBuilder(URI.create(baseUrl(method) + "/__sim/faults")).DELETE().build(), BodyHandlers.discarding());
    }

    private void fault(String method, String json) throws IOException, InterruptedException {
        http.send(HttpRequest.newBuilder(URI.create(baseUrl(method) + "/__sim/faults")).POST(BodyPublishers.ofString(json)).build(), BodyHandlers.discarding());
    }

    @Override
    public void close() {
        http.shutdownNow();
        bkash.close();
        nagad.close();
        rocket.close();
        upay.close();
    }
}

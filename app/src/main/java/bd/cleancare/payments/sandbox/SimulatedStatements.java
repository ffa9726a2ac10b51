package bd.cleancare.payments.sandbox;

import bd.cleancare.payments.StatementSource;
import bd.cleancare.simulators.bkash.BkashGateway;
import bd.cleancare.simulators.nagad.NagadGateway;
import bd.cleancare.simulators.rocket.RocketGateway;
import bd.cleancare.simulators.sslcommerz.SslcommerzGateway;
import bd.cleancare.simulators.upay.UpayGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The simulators' settlement files. */
@Component
@Profile({"demo", "test"})
@ConditionalOnProperty(name = "cleancare.gateways.simulated", matchIfMissing = true)
class SimulatedStatements implements StatementSource {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, String> addresses;
    private final HttpClient http = HttpClient.newHttpClient();

    SimulatedStatements(BkashGateway bkash, NagadGateway nagad, RocketGateway rocket, UpayGateway upay, SslcommerzGateway sslcommerz) {
        this.addresses = Map.of("bkash", bkash.baseUrl(), "nagad", nagad.baseUrl(), "rocket", rocket.baseUrl(), "upay", upay.baseUrl(), "sslcommerz", sslcommerz.baseUrl());
    }

    @Override
    public Optional<String> statement(String gateway, LocalDate day) {
        String address = addresses.get(gateway);
        if (address == null) {
            return Optional.empty();
        }
        try {
            var answer = http.send(HttpRequest.newBuilder(URI.create(address + "/__sim/statement?date=" + day)).timeout(PATIENCE).build(), BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}

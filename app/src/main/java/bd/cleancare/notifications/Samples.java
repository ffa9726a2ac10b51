package bd.cleancare.notifications;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Values as they might be, to look at texts with. */
@Component
class Samples {

    /** The same in every language. */
    private static final Map<String, String> NUMBERS = Map.of("tracking_number", "CC-26-7K4M2P", "transaction_id", "CC12345678", "receipt_number", "R-2026-000123",
            "gateway", "ssl-wireless", "rating_link", "https://example.org/rate/AbCdEfGhIjKlMnOp/");

    private final Messages messages;

    Samples(Messages messages) {
        this.messages = messages;
    }

    Map<String, String> of(Language language) {
        var samples = new HashMap<>(NUMBERS);
        Stream.of(Event.values()).map(Event::placeholders).flatMap(List::stream).distinct().filter(name -> !NUMBERS.containsKey(name))
                .forEach(name -> samples.put(name, messages.get(language, "sample." + name)));
        return samples;
    }
}

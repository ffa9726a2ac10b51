package bd.cleancare.payments;

import java.time.LocalDate;
import java.util.Optional;

/** Where statements of gateways can be fetched from. Most gateways have theirs on a page for people, so an installation may have none of these. */
public interface StatementSource {

    /** Empty when this source has none of that gateway. */
    Optional<String> statement(String gateway, LocalDate day);
}

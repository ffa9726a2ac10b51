package bd.cleancare.users;

import java.util.UUID;

/** An account's role, scope or standing was changed; published by whoever changed it, inside the transaction. Rights kept in memory are read anew. */
public record AccountChanged(UUID userId) {
}

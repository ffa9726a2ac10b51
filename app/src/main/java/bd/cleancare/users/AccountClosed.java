package bd.cleancare.users;

import java.util.UUID;

/** A person closed their account; its personal fields are gone. Published inside the transaction: who keeps personal data beside it erases it there. */
public record AccountClosed(UUID userId) {
}

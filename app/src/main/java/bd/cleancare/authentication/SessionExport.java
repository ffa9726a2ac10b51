package bd.cleancare.authentication;

import bd.cleancare.users.PersonalDataSource;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
@Order(10)
class SessionExport implements PersonalDataSource {

    private final SessionStore store;

    SessionExport(SessionStore store) {
        this.store = store;
    }

    @Override
    public String section() {
        return "sessions";
    }

    @Override
    public Object of(UUID userId) {
        return store.list(userId, null);
    }
}

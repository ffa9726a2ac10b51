package bd.cleancare.payments.web;

import bd.cleancare.platform.pages.HomePanel;
import bd.cleancare.platform.pages.Page;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to the bills, on the home page. */
@Component
@Order(5)
class PayPanel implements HomePanel {

    @Override
    public Optional<Page> panel() {
        return Optional.of(Page.of("payments/home-panel"));
    }
}

package bd.cleancare.complaints.web;

import bd.cleancare.complaints.CityNumbers;
import bd.cleancare.platform.pages.HomePanel;
import bd.cleancare.platform.pages.Page;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The city's numbers and what was solved lately, on the home page. */
@Component
@Order(10)
class CityPanel implements HomePanel {

    private final CityNumbers city;

    CityPanel(CityNumbers city) {
        this.city = city;
    }

    @Override
    public Optional<Page> panel() {
        var numbers = city.now();
        return numbers.all() == 0 ? Optional.empty()
                : Optional.of(Page.of("complaints/city-panel").with("numbers", numbers).with("resolved", city.resolvedLately()));
    }
}

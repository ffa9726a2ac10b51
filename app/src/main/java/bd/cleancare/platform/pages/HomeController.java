package bd.cleancare.platform.pages;

import bd.cleancare.platform.security.Access;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {

    private final ObjectProvider<HomePanel> panels;
    private final Pages pages;

    HomeController(ObjectProvider<HomePanel> panels, Pages pages) {
        this.panels = panels;
        this.pages = pages;
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping("/")
    Page home() {
        List<Page> shown = panels.orderedStream().map(HomePanel::panel).flatMap(Optional::stream).toList();
        return Page.of("platform/home").with("panels", shown).with("pages", pages);
    }
}

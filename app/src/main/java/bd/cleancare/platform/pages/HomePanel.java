package bd.cleancare.platform.pages;

import java.util.Optional;

/**
 * What a module shows on the home page: the city's numbers, recent resolved work. The home page asks every bean of this type, in
 * {@code @Order}; the template gets {@code ui} and what the page carries.
 */
public interface HomePanel {

    /** Empty when there is nothing real to show. */
    Optional<Page> panel();
}

package bd.cleancare.testing;

import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.People.Person;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/** Somebody signed in, on a phone or at a desk: what most tests of pages begin with. */
@TestComponent
@Lazy
public class Browsers {

    private final Api api;
    private final People people;

    Browsers(Api api, People people) {
        this.api = api;
        this.people = people;
    }

    public Setup phone(Person person) {
        return Setup.phone(api.base()).signedIn(people.cookieOf(person));
    }

    public Setup desk(Person person) {
        return Setup.desk(api.base()).signedIn(people.cookieOf(person));
    }
}

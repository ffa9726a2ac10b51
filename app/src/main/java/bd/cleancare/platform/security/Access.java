package bd.cleancare.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a handler method, said beside it. A handler without a rule keeps the application from starting, so nothing is
 * open by accident. Which rows a caller then sees is decided by the query ({@code visibleTo}), not here.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    Rule value();

    enum Rule {
        ANYONE, SIGNED_IN,
        /** Service providers, admins and super admins. */
        STAFF,
        /** Admins and super admins. */
        ADMINS,
        SUPER_ADMINS
    }
}

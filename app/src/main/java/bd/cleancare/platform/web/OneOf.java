package bd.cleancare.platform.web;

import bd.cleancare.shared.Worded;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For the API's description: a member of the body, or a parameter, that takes the words of a list and no others. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(OneOf.Several.class)
public @interface OneOf {

    String field();

    Class<? extends Worded> list();

    /** The list's own method without parameters that says which of them, where not all are taken. */
    String only() default "";

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {

        OneOf[] value();
    }
}

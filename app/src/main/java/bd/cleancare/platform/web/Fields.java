package bd.cleancare.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The members a handler reads from its {@link RequestFields}, for the API's description. All are text unless listed as {@link #flags} or {@link #files}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Fields {

    String[] required() default {};

    String[] optional() default {};

    /** Optional members that are yes or no. */
    String[] flags() default {};

    /** Members that are files; a handler with any also takes multipart bodies. */
    String[] files() default {};
}

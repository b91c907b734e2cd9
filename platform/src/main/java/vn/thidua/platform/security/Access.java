package vn.thidua.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an endpoint. Every endpoint says it: one without keeps the service from starting. With {@link
 * Relation#SCOPE}, {@link Relation#NAMED_UNIT}, {@link Relation#CONCERNED} and {@link Relation#SELF} the method takes a {@link Scope} and asks it; an
 * answer without having asked is a fault (500).
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    Relation relation();

    /** One of them is enough. */
    Role[] roles() default {};

    /** Scopes of clients that may call it instead, for every unit, as {@code operations}. */
    String[] scopes() default {};
}

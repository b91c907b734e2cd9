package vn.thidua.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;

/** {@link Access} to what everybody with a role may read, within reach, and clients with the scope {@code operations}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Access(
        relation = Relation.SCOPE,
        roles = {
            Role.OFFICER,
            Role.LEADER,
            Role.STANDING_OFFICE,
            Role.FINANCE,
            Role.ADMIN,
            Role.AUDITOR,
            Role.VILLAGE_HEAD,
            Role.API_CLIENT
        },
        scopes = "operations")
public @interface ReadAccess {

    @AliasFor(annotation = Access.class)
    Relation relation();
}

package vn.thidua.access.domain.client;

import java.util.Arrays;
import java.util.Optional;

/** What a system may be let in for. The list is published; a scope is added when something takes it. */
public enum ClientScope {
    /** All endpoints that operators have, for every unit. */
    OPERATIONS("operations"),
    /** Reading units, people and posts. */
    ORGANIZATION_READ("organization.read"),
    /** Reading plans, tasks and reports. */
    PLAN_READ("plan.read");

    private final String words;

    ClientScope(String words) {
        this.words = words;
    }

    /** As it stands in tokens and bodies. */
    public String words() {
        return words;
    }

    /** The scope of that name; empty if it is not published. */
    public static Optional<ClientScope> of(String words) {
        return Arrays.stream(values())
                .filter(scope -> scope.words.equals(words))
                .findFirst();
    }
}

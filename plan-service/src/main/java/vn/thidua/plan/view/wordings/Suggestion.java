package vn.thidua.plan.view.wordings;

import java.util.List;
import vn.thidua.plan.domain.Target;

/**
 * Whom words may mean; a person decides.
 *
 * @param targets one, or several where the words name several
 */
public record Suggestion(Reason reason, List<Target> targets) {

    /** Why it is suggested. All but the last are as sure as words can be. */
    public enum Reason {
        /** These words were given this meaning before, by somebody of the same unit. */
        REMEMBERED,
        /** It is a unit's name, in one of its usual spellings. */
        SAME_NAME,
        /** It is the title of a post. */
        POST,
        /** It is the name of a group, or all whom a group holds. */
        GROUP,
        /** It names all units, or all posts, of a kind. */
        KIND,
        /** It is nearly the name of something: without its accents, or only a part of it. */
        SIMILAR
    }

    public Suggestion {
        targets = List.copyOf(targets);
    }
}

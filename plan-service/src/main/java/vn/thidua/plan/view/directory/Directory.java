package vn.thidua.plan.view.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Units, posts and groups on a day, as far as the tree of units has told of them. */
public interface Directory {

    /** What a unit is in the tree; the same names as in the contract. */
    enum Kind {
        PROVINCE,
        DISTRICT,
        COMMUNE,
        VILLAGE,
        BODY
    }

    /**
     * A unit on a day.
     *
     * @param name on that day; before its beginning the first, after its end the last one
     * @param parent null at the top
     * @param stands whether it stands on that day
     * @param successor the unit that answers for it on that day if it has ended, else null
     */
    record Unit(
            String id,
            Kind kind,
            String code,
            String name,
            @Nullable String parent,
            boolean stands,
            @Nullable String successor) {}

    /** A post that somebody holds on a day: title and unit, without who holds it. */
    record Post(String unit, String title) {}

    /**
     * A group on a day.
     *
     * @param owner the unit whose group it is
     * @param units its members, if they are units
     * @param persons its members, if they are people
     */
    record Group(String id, String owner, String name, List<String> units, List<String> persons) {}

    /** Empty if nothing was ever told of it. */
    Optional<Unit> unit(String id, LocalDate day);

    /** Those directly below it, by kind and then by name. */
    List<Unit> children(String unit, LocalDate day);

    /** It and all below it that stand on that day. */
    List<Unit> subtree(String unit, LocalDate day);

    /** Posts in the unit and in the bodies below it, each title once. */
    List<Post> posts(String unit, LocalDate day);

    /** Groups of the unit. */
    List<Group> groups(String unit, LocalDate day);

    Optional<Group> group(String id, LocalDate day);

    /** Position, in the organization's store, of the last event it has heard of; -1 if there was none. For {@code X-As-Of}. */
    long position();
}

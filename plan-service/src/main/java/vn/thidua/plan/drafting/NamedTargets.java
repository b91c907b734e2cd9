package vn.thidua.plan.drafting;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Target;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.platform.scope.UnitTree;
import vn.thidua.platform.text.Text;
import vn.thidua.platform.values.RejectedException;

/** Whom a plan may name: what a client says is looked up, and names and members come from the directory alone. */
public final class NamedTargets {

    private final Directory directory;
    private final UnitTree tree;

    public NamedTargets(Directory directory, UnitTree tree) {
        this.directory = directory;
        this.tree = tree;
    }

    /**
     * What an id stands for on a day.
     *
     * @param issuer the unit whose plan it is: a group must be its own, or of a unit above or below it
     * @param post title, for {@link Target.Kind#POST} only
     * @param path of the target in the request
     * @throws RejectedException with {@link DraftRejection.AssigneeUnknown}, if there is no such thing on that day
     */
    public Target named(String issuer, Target.Kind kind, String id, @Nullable String post, LocalDate day, String path) {
        return (switch (kind) {
                    case UNIT -> unit(id, day).map(unit -> Target.unit(id, unit.name()));
                    case POST -> unit(id, day).flatMap(unit -> post(unit, post, day));
                    case GROUP ->
                        directory
                                .group(id, day)
                                .filter(group -> isNear(issuer, group.owner(), day))
                                .map(group -> Target.group(id, group.name(), group.units(), group.persons()));
                })
                .orElseThrow(() -> new RejectedException(
                        new DraftRejection.AssigneeUnknown(path + (kind == Target.Kind.POST ? ".post" : ".id"))));
    }

    /** Whom a target means on a later day: an ended unit is answered for by its heir; empty if there is nobody. */
    public Optional<Target> on(Target target, LocalDate day) {
        return switch (target.kind()) {
            case UNIT -> heir(target.id(), day).map(unit -> Target.unit(unit.id(), unit.name()));
            case POST -> heir(target.id(), day).flatMap(unit -> post(unit, target.post(), day));
            case GROUP ->
                directory
                        .group(target.id(), day)
                        .map(group -> Target.group(group.id(), group.name(), group.units(), group.persons()));
        };
    }

    private Optional<Directory.Unit> unit(String id, LocalDate day) {
        return directory.unit(id, day).filter(Directory.Unit::stands);
    }

    private Optional<Directory.Unit> heir(String id, LocalDate day) {
        return directory.unit(id, day).flatMap(unit -> {
            String successor = unit.successor();
            return unit.stands() ? Optional.of(unit) : successor == null ? Optional.empty() : unit(successor, day);
        });
    }

    private Optional<Target> post(Directory.Unit unit, @Nullable String title, LocalDate day) {
        if (title == null) {
            return Optional.empty();
        }
        return directory.posts(unit.id(), day).stream()
                .filter(post ->
                        post.unit().equals(unit.id()) && Text.same(post.title()).equals(Text.same(title)))
                .findFirst()
                .map(post -> Target.post(unit.id(), unit.name(), post.title()));
    }

    private boolean isNear(String issuer, String owner, LocalDate day) {
        String own = tree.answering(issuer, day);
        String theirs = tree.answering(owner, day);
        return tree.isUnder(own, theirs, day) || tree.isUnder(theirs, own, day);
    }
}

package vn.thidua.organization.view.units;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.thidua.platform.scope.DatedTree;
import vn.thidua.platform.scope.UnitTree;

/**
 * The dated tree of the service that owns it: from its own view, not by way of the topic. So a unit that was established
 * a moment ago is known to the next request, and rights hold while the broker is down.
 */
public final class OwnUnitTree implements UnitTree {

    private final Supplier<Forest> forest;
    private final Predicate<String> awaited;

    /** @param awaited waits a little until the view has come to the log's end; false if it has not */
    public OwnUnitTree(Supplier<Forest> forest, Predicate<String> awaited) {
        this.forest = forest;
        this.awaited = awaited;
    }

    private DatedTree knowing(String unit) {
        DatedTree tree = forest.get().tree();
        return tree.history(unit).isEmpty() && awaited.test(unit) ? forest.get().tree() : tree;
    }

    @Override
    public boolean isUnder(String unit, String ancestor, LocalDate day) {
        return knowing(unit).isUnder(unit, ancestor, day);
    }

    @Override
    public List<String> subtree(String unit, LocalDate day) {
        return knowing(unit).subtree(unit, day);
    }

    @Override
    public String answering(String unit, LocalDate day) {
        return knowing(unit).answering(unit, day);
    }

    @Override
    public List<String> answeredWithin(String unit, LocalDate day) {
        return knowing(unit).answeredWithin(unit, day);
    }
}

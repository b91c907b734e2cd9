package vn.thidua.organization.view.units;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.organization.domain.unit.Neighbours;

/** Neighbours as the view knows them: enough for a hint. While it cannot be read, there is none. */
public final class KnownNeighbours implements Neighbours {

    private static final Logger LOG = LoggerFactory.getLogger(KnownNeighbours.class);

    private final Supplier<Forest> forest;

    public KnownNeighbours(Supplier<Forest> forest) {
        this.forest = forest;
    }

    @Override
    public Set<String> parentsOf(String unit) {
        Set<String> parents = new HashSet<>();
        known().unit(unit).ifPresent(row -> row.places().forEach(place -> parents.add(place.parent())));
        return parents;
    }

    @Override
    public Set<String> childrenOf(String unit) {
        Set<String> children = new HashSet<>();
        known().everBelow(unit).forEach(row -> children.add(row.id()));
        return children;
    }

    @Override
    public boolean mayBeKnown(String code) {
        try {
            return forest.get().hasCode(code);
        } catch (RuntimeException e) {
            LOG.debug("it is not known which codes there are", e);
            return true;
        }
    }

    private Forest known() {
        try {
            return forest.get();
        } catch (RuntimeException e) {
            LOG.debug("the neighbours of a unit are not known", e);
            return Forest.EMPTY;
        }
    }
}

package vn.thidua.gateway.edge;

import java.time.LocalDate;
import java.util.List;
import vn.thidua.platform.scope.UnitTree;

/** No unit is known here. */
final class NoTree implements UnitTree {

    @Override
    public boolean isUnder(String unit, String ancestor, LocalDate day) {
        return false;
    }

    @Override
    public List<String> subtree(String unit, LocalDate day) {
        return List.of();
    }
}

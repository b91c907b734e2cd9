package vn.thidua.platform.notes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.scope.UnitTree;

/** root, with left and right below it; leaf below left. */
public final class FakeTree implements UnitTree {

    private static final Map<String, String> PARENTS = Map.of("left", "root", "right", "root", "leaf", "left");
    private static final List<String> UNITS = List.of("root", "left", "right", "leaf");

    @Override
    public boolean isUnder(String unit, String ancestor, LocalDate day) {
        if (!UNITS.contains(unit)) {
            return false;
        }
        for (@Nullable String at = unit; at != null; at = PARENTS.get(at)) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<String> subtree(String unit, LocalDate day) {
        return UNITS.stream().filter(each -> isUnder(each, unit, day)).toList();
    }
}

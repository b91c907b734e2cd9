package vn.thidua.plan.view.wordings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.thidua.plan.domain.Target;

/** Whom the words of a unit's documents meant last. */
public interface Wordings {

    /** Remembered targets by words, as they were chosen; words never met are missing. */
    Map<String, List<Target>> remembered(String unit, Collection<String> words);
}

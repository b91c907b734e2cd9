package vn.thidua.bench.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.bench.Statistics;

/** One figure: what was seen in each round, and what its baseline showed in the same round. */
final class Figure {

    final String name;
    final String unit;
    final @Nullable String baseline;
    final List<Double> values = new ArrayList<>();
    final List<Double> baselines = new ArrayList<>();

    Figure(String name, String unit, @Nullable String baseline) {
        this.name = name;
        this.unit = unit;
        this.baseline = baseline;
    }

    double median() {
        return Statistics.median(values);
    }

    double baselineMedian() {
        return Statistics.median(baselines);
    }

    /** Of the rounds, not of the medians: both sides of a round saw the same load of the machine. */
    double ratio() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(values.size(), baselines.size()); i++) {
            ratios.add(values.get(i) / baselines.get(i));
        }
        return Statistics.median(ratios);
    }

    double spread() {
        return Statistics.spread(values);
    }
}

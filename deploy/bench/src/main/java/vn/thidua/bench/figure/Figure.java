package vn.thidua.bench.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.bench.Statistics;

/** One figure: what was seen in each round, and what its baseline showed in the same round. One thread uses it. */
public final class Figure {

    private final String name;
    private final String unit;
    private final @Nullable String baseline;
    private final @Nullable Target target;
    private final List<Double> values = new ArrayList<>();
    private final List<Double> baselines = new ArrayList<>();

    /**
     * @param unit of the values, as {@code 1/s}
     * @param baseline what it is compared with; null if with nothing
     * @param target null if it is a number to look at
     */
    public Figure(String name, String unit, @Nullable String baseline, @Nullable Target target) {
        this.name = name;
        this.unit = unit;
        this.baseline = baseline;
        this.target = target;
    }

    /** A round with a baseline. */
    public void add(double value, double baselineValue) {
        if (baseline == null) {
            throw new IllegalStateException(name + " has no baseline");
        }
        values.add(value);
        baselines.add(baselineValue);
    }

    /** A round without one. */
    public void add(double value) {
        if (baseline != null) {
            throw new IllegalStateException(name + " has a baseline: " + baseline);
        }
        values.add(value);
    }

    public String name() {
        return name;
    }

    public String unit() {
        return unit;
    }

    public Optional<String> baseline() {
        return Optional.ofNullable(baseline);
    }

    public Optional<Target> target() {
        return Optional.ofNullable(target);
    }

    /** What each round has shown. */
    public List<Double> values() {
        return Collections.unmodifiableList(values);
    }

    /** What the baseline has shown in each round. */
    public List<Double> baselines() {
        return Collections.unmodifiableList(baselines);
    }

    /** Rounds; 0 if it was not measured. */
    public int rounds() {
        return values.size();
    }

    public double median() {
        return Statistics.median(values);
    }

    public double baselineMedian() {
        return Statistics.median(baselines);
    }

    /** Of the rounds, not of the medians: both sides of a round saw the same load of the machine. */
    public double ratio() {
        return Statistics.median(ratios());
    }

    /** From the smallest to the largest round as a part of the median, 0 where that is: of the ratios if there are any. */
    public double spread() {
        List<Double> of = baseline == null ? values : ratios();
        return Statistics.median(of) == 0 ? 0 : Statistics.spread(of);
    }

    /** How it does against its target. */
    public Verdict verdict() {
        if (target == null || values.isEmpty()) {
            return Verdict.NONE;
        }
        return target.judge(
                switch (target.of()) {
                    case RATIO -> ratio();
                    case VALUE -> median();
                });
    }

    private List<Double> ratios() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / baselines.get(i));
        }
        return ratios;
    }
}

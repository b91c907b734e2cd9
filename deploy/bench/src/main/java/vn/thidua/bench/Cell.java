package vn.thidua.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.PlanReader;
import vn.thidua.plan.reader.Reading;

/** One kind of file at one size, and what was measured of it so far. All times are in milliseconds. */
final class Cell {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    final Kind kind;
    final Size size;
    final int fileBytes;
    final int tasksWritten;
    private final byte[] file;
    private int tasksRead;
    private int textBytes;
    private @Nullable String refusal;
    private @Nullable String baselineFailure;
    private final List<Double> readings = new ArrayList<>();
    private final List<Double> readerRounds = new ArrayList<>();
    private final List<Double> baselineRounds = new ArrayList<>();
    private final List<Double> processorRounds = new ArrayList<>();
    private long kept;

    Cell(Kind kind, Size size, InventedPlan.Sized plan) {
        this.kind = kind;
        this.size = size;
        file = kind.write(plan.parts());
        fileBytes = file.length;
        tasksWritten = plan.rows();
    }

    /** Reads until so much processor time is used: on a busy machine time on the clock warms nothing up. */
    void warmUp(PlanReader reader, long millis) {
        double start = processorMillis();
        while (processorMillis() - start < millis) {
            read(reader);
        }
        while (processorMillis() - start < millis * 4.0 / 3) {
            baseline();
        }
    }

    /** The reader for a while, then the baseline for a while, so that both see the same weather. */
    void round(PlanReader reader, long millis) {
        if (refusal != null) {
            return;
        }
        collectGarbage();
        double before = processorMillis();
        List<Double> times = slice(millis, () -> read(reader));
        double processor = (processorMillis() - before) / times.size();
        if (refusal != null) {
            return;
        }
        processorRounds.add(processor);
        readings.addAll(times);
        readerRounds.add(mean(times));
        if (baselineFailure == null) {
            collectGarbage();
            List<Double> others = slice(millis, this::baseline);
            if (baselineFailure == null) {
                baselineRounds.add(mean(others));
            }
        }
    }

    private static List<Double> slice(long millis, Runnable once) {
        List<Double> times = new ArrayList<>();
        long start = System.nanoTime();
        long now;
        do {
            long before = System.nanoTime();
            once.run();
            now = System.nanoTime();
            times.add((now - before) / 1e6);
        } while (now - start < millis * 1_000_000);
        return times;
    }

    private void read(PlanReader reader) {
        switch (reader.read(file)) {
            case Reading.Proposed proposed -> {
                tasksRead = proposed.proposal().tasks().size();
                // counted once: the encoding of some megabytes is not the reader's work
                if (textBytes == 0) {
                    textBytes = proposed.proposal().text().getBytes(StandardCharsets.UTF_8).length;
                }
            }
            case Reading.Refused refused -> refusal = refused.reason().name();
        }
    }

    private void baseline() {
        try {
            kept += Baseline.read(kind, file);
        } catch (OutOfMemoryError exhausted) {
            baselineFailure = "OUT_OF_MEMORY";
        }
    }

    /** What others left behind must not be cleared away in this one's time. */
    @SuppressWarnings("SystemGc")
    private static void collectGarbage() {
        System.gc();
    }

    /** Of this thread alone: the compiler of the JVM works most while the small cells are read. */
    private static double processorMillis() {
        return THREADS.getCurrentThreadCpuTime() / 1e6;
    }

    private static double mean(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** The name of the limit that the reader kept to, or null. */
    @Nullable
    String refusal() {
        return refusal;
    }

    /** Why there is no comparison, or null. */
    @Nullable
    String baselineFailure() {
        return baselineFailure;
    }

    boolean isMeasured() {
        return refusal == null && !readerRounds.isEmpty();
    }

    int tasksRead() {
        return tasksRead;
    }

    /** Of the normalised text, in UTF-8. */
    double megabytes() {
        return textBytes / 1e6;
    }

    double perDocument() {
        return Statistics.median(readerRounds);
    }

    double perMegabyte() {
        return perDocument() / megabytes();
    }

    List<Double> readings() {
        return List.copyOf(readings);
    }

    double spread() {
        return Statistics.spread(readerRounds);
    }

    /** How many times as long as the baseline; taken within each round, where both saw the same load. */
    double ratio() {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < baselineRounds.size(); round++) {
            ratios.add(readerRounds.get(round) / baselineRounds.get(round));
        }
        return Statistics.median(ratios);
    }

    boolean hasRatio() {
        return !baselineRounds.isEmpty();
    }

    double processorPerMegabyte() {
        return Statistics.median(processorRounds) / megabytes();
    }

    /**
     * Processor time per megabyte as a multiple of that of a smaller cell: about 1 where the reader is linear. The time
     * on the clock would tell of the machine's other work, which does not come evenly.
     */
    double growthOver(Cell smaller) {
        return processorPerMegabyte() / smaller.processorPerMegabyte();
    }

    /** All that the baseline answered: printed nowhere, but without it the compiler could leave the work out. */
    long kept() {
        return kept;
    }
}

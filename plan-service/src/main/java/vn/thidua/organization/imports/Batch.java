package vn.thidua.organization.imports;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.organization.sheet.check.Step;

/** Steps that are one commit. */
record Batch(List<Step> steps) {
    /** So many steps at most. */
    static final int MOST = 500;

    private enum Sort {
        UNITS,
        ALONE,
        PEOPLE
    }

    Batch {
        steps = List.copyOf(steps);
    }

    /** The same steps always give the same batches: their numbers are in the once-keys. */
    static List<Batch> of(List<Step> steps) {
        List<Batch> batches = new ArrayList<>();
        List<Step> open = new ArrayList<>();
        for (Step step : steps) {
            boolean fits = !open.isEmpty()
                    && open.size() < MOST
                    && sort(step) != Sort.ALONE
                    && sort(open.getLast()) == sort(step);
            if (!fits && !open.isEmpty()) {
                batches.add(new Batch(open));
                open.clear();
            }
            open.add(step);
        }
        if (!open.isEmpty()) {
            batches.add(new Batch(open));
        }
        return batches;
    }

    private static Sort sort(Step step) {
        return switch (step) {
            case Step.NewUnit _ -> Sort.UNITS;
            case Step.Rename _, Step.Move _, Step.Merge _, Step.End _ -> Sort.ALONE;
            case Step.NewPerson _, Step.Post _ -> Sort.PEOPLE;
        };
    }
}

package vn.thidua.plan.reader.intake.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the tables among the straight lines of a page. */
final class Grids {
    /** Lines that are drawn in pieces, or dotted, have gaps like these. */
    private static final double BROKEN = 2.6;

    private static final double SAME_LINE = 1.2;
    private static final double TOUCH = 3.2;
    private static final double SHORTEST = 6;
    /** More crossings to look at make no table but a drawing. */
    private static final long MOST_PAIRS = 4_000_000;

    /** A page with more has boxes of a form, no tables. */
    private static final int MOST_GRIDS = 200;

    private Grids() {}

    /** Tables from top to bottom; lone lines and frames around the text are none. */
    static List<Grid> of(List<Rule> drawn) {
        List<Rule> rules = merged(drawn);
        List<Rule> level = rules.stream().filter(Rule::horizontal).toList();
        List<Rule> upright = rules.stream().filter(rule -> !rule.horizontal()).toList();
        if ((long) level.size() * upright.size() > MOST_PAIRS) {
            return List.of();
        }
        List<Grid> grids = new ArrayList<>();
        for (List<Rule> together : connected(level, upright)) {
            Grid grid = Grid.of(together);
            if (grid.slots().size() >= 2) {
                grids.add(grid);
            }
        }
        grids.sort(Comparator.comparingDouble(
                (Grid grid) -> -grid.box().width() * grid.box().height()));
        List<Grid> outer = new ArrayList<>();
        for (Grid grid : grids) {
            // a table inside of a cell is read as words of that cell
            if (outer.size() < MOST_GRIDS && outer.stream().noneMatch(other -> overlap(other.box(), grid.box()))) {
                outer.add(grid);
            }
        }
        outer.sort(Comparator.comparingDouble(grid -> grid.box().top()));
        return outer;
    }

    private static boolean overlap(Box outer, Box inner) {
        return outer.holds((inner.left() + inner.right()) / 2, (inner.top() + inner.bottom()) / 2);
    }

    /** Pieces on one line put together. */
    static List<Rule> merged(List<Rule> drawn) {
        List<Rule> sorted = new ArrayList<>(drawn);
        sorted.sort(Comparator.comparing(Rule::horizontal).thenComparingDouble(Rule::at));
        List<Rule> merged = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            boolean same = i < sorted.size()
                    && sorted.get(i).horizontal() == sorted.get(from).horizontal()
                    && sorted.get(i).at() - sorted.get(i - 1).at() <= SAME_LINE
                    && sorted.get(i).at() - sorted.get(from).at() <= 2 * SAME_LINE;
            if (!same) {
                joinPieces(sorted.subList(from, i), merged);
                from = i;
            }
        }
        merged.removeIf(rule -> rule.length() < SHORTEST);
        return merged;
    }

    private static void joinPieces(List<Rule> line, List<Rule> merged) {
        List<Rule> pieces = new ArrayList<>(line);
        pieces.sort(Comparator.comparingDouble(Rule::from));
        Rule open = pieces.getFirst();
        for (Rule piece : pieces) {
            if (piece.from() - open.to() <= BROKEN) {
                open = new Rule(open.horizontal(), open.at(), open.from(), Math.max(open.to(), piece.to()));
            } else {
                merged.add(open);
                open = piece;
            }
        }
        merged.add(open);
    }

    private static Iterable<List<Rule>> connected(List<Rule> level, List<Rule> upright) {
        int[] group = new int[level.size() + upright.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (int h = 0; h < level.size(); h++) {
            for (int v = 0; v < upright.size(); v++) {
                if (touch(level.get(h), upright.get(v))) {
                    group[root(group, h)] = root(group, level.size() + v);
                }
            }
        }
        Map<Integer, List<Rule>> groups = new TreeMap<>();
        for (int i = 0; i < group.length; i++) {
            Rule rule = i < level.size() ? level.get(i) : upright.get(i - level.size());
            groups.computeIfAbsent(root(group, i), root -> new ArrayList<>()).add(rule);
        }
        return groups.values();
    }

    private static boolean touch(Rule level, Rule upright) {
        return upright.at() >= level.from() - TOUCH
                && upright.at() <= level.to() + TOUCH
                && level.at() >= upright.from() - TOUCH
                && level.at() <= upright.to() + TOUCH;
    }

    private static int root(int[] group, int i) {
        int root = i;
        while (group[root] != root) {
            group[root] = group[group[root]];
            root = group[root];
        }
        return root;
    }
}

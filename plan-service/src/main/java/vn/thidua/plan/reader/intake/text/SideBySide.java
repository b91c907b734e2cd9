package vn.thidua.plan.reader.intake.text;

import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Block;

/** The ways in which text sets words next to each other. */
enum SideBySide {
    PIPES {
        @Override
        @Nullable
        Region region(TextLines lines, int first, Budget budget) {
            return PipeTable.region(lines, first, budget);
        }
    },
    TABS {
        @Override
        @Nullable
        Region region(TextLines lines, int first, Budget budget) {
            return TabTable.region(lines, first, budget);
        }
    },
    ALIGNED {
        @Override
        @Nullable
        Region region(TextLines lines, int first, Budget budget) {
            return BlankTable.region(lines, first, budget);
        }
    },
    BLANKS {
        @Override
        @Nullable
        Region region(TextLines lines, int first, Budget budget) {
            return BlankColumns.region(lines, first, budget);
        }
    };

    /**
     * @param next the first line after it
     */
    record Region(Block.Table table, int next) {}

    /** The table that begins with line {@code first}, or null. */
    abstract @Nullable Region region(TextLines lines, int first, Budget budget);
}

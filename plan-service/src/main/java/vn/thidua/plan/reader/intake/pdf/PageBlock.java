package vn.thidua.plan.reader.intake.pdf;

import java.util.List;
import vn.thidua.plan.reader.source.DocumentComposer.DraftCell;

/** What a page consists of, before it goes to the document. */
sealed interface PageBlock {
    /** The page it begins on, from 0. */
    int page();

    record Words(int page, String text, boolean bold, boolean centred) implements PageBlock {}

    /**
     * @param edges upright edges, one more than columns; empty if the columns have none
     */
    record Cells(int page, List<List<DraftCell>> rows, boolean ruled, double[] edges) implements PageBlock {}
}

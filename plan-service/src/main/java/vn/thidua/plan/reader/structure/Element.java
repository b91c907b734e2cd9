package vn.thidua.plan.reader.structure;

import vn.thidua.plan.reader.source.Passage;

/** One thing of a document after layout is gone: a line of words, or a table that holds data. */
public sealed interface Element {

    /**
     * @param bold the whole line is bold
     */
    record Line(Passage words, boolean bold) implements Element {}

    record DataTable(Grid grid, TableRoles roles) implements Element {}
}

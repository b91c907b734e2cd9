package vn.thidua.plan.reader.source;

import java.util.List;

/**
 * A document as the grammar sees it, whatever file it came from.
 *
 * @param text the normalised text that is shown to people: NFC, {@code \n} line ends, no control characters
 * @param blocks what it consists of, in reading order; every passage points into {@code text}
 * @param notes what happened on the way in that a person should know
 */
public record SourceDocument(String text, List<Block> blocks, List<IntakeNote> notes) {
    public SourceDocument {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }
}

package vn.thidua.plan.reader.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.grammar.OrdinalGrammar;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.source.Block;
import vn.thidua.plan.reader.source.Passage;

/**
 * Blocks into elements: what is only set side by side is read column by column, tables and paragraphs torn by a page
 * break are made whole.
 */
public final class Flow {
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("^(?:trang\\s*)?[-–—]?\\s*\\d{1,3}\\s*(?:/\\s*\\d{1,3})?\\s*[-–—]?$");
    private static final Pattern SENTENCE_END = Pattern.compile("[.;:!?…][”\"’)*]*$|/\\.$");
    /** Words no sentence and no heading ends with. */
    private static final Pattern DANGLING = Pattern.compile(
            "(?:^|\\s)(?:của|và|các|những|cho|với|về|tại|theo|là|có|được|trong|do|từ|đến|để|phong trào|số|ngày|năm|tháng|như|bằng|cả|việc|công tác|chủ tịch|ủy ban|ubnd|hội đồng|đại hội)$");

    private static final int SHORTEST_TORN = 60;
    /** No paragraph of a plan is nearly as long; work on one may grow with the square of its length. */
    private static final int LONGEST = 6000;

    private final List<Element> elements = new ArrayList<>();
    private Element.@Nullable DataTable lastTable;

    private Flow() {}

    public static List<Element> of(List<Block> blocks, Budget budget) {
        Flow flow = new Flow();
        for (Block block : blocks) {
            budget.check();
            switch (block) {
                case Block.Paragraph paragraph -> flow.paragraph(paragraph.words(), paragraph.bold());
                case Block.Table table -> flow.table(table);
                case Block.PageBreak ignored -> {
                    // pages mean nothing to what is said; what they tear is seen by the words
                }
            }
        }
        return flow.elements;
    }

    private void paragraph(Passage words, boolean bold) {
        if (PAGE_NUMBER.matcher(Fold.lower(words)).matches() && words.length() < 12) {
            return;
        }
        if (!elements.isEmpty() && elements.getLast() instanceof Element.Line before && isTorn(before, words, bold)) {
            elements.set(
                    elements.size() - 1,
                    new Element.Line(Passage.join(List.of(before.words(), words), " "), before.bold()));
            return;
        }
        for (Passage piece : pieces(words)) {
            elements.add(new Element.Line(piece, bold));
        }
    }

    /** The words as they are, cut at blanks where they are longer than any paragraph. */
    public static List<Passage> pieces(Passage words) {
        if (words.length() <= LONGEST) {
            return List.of(words);
        }
        List<Passage> pieces = new ArrayList<>();
        int from = 0;
        while (from < words.length()) {
            int to = Math.min(words.length(), from + LONGEST);
            int cut = to;
            while (to < words.length() && cut > from && words.charAt(cut) != ' ') {
                cut--;
            }
            to = cut > from ? cut : to;
            Passage piece = words.sub(from, to).strip();
            if (!piece.isEmpty()) {
                pieces.add(piece);
            }
            from = to;
        }
        return pieces;
    }

    private static boolean isTorn(Element.Line before, Passage words, boolean bold) {
        Passage first = before.words();
        if (first.length() < SHORTEST_TORN
                || first.length() + words.length() > LONGEST
                || bold
                || OrdinalGrammar.of(words) != null) {
            return false;
        }
        String tail = tail(first);
        if (SENTENCE_END.matcher(tail).find() || Fold.isUpperCase(first)) {
            return false;
        }
        if (startsLower(words)) {
            return true;
        }
        return !before.bold()
                && (tail.endsWith(",") || DANGLING.matcher(Fold.lower(tail)).find());
    }

    private static String tail(Passage words) {
        return words.from(Math.max(0, words.length() - 24)).toString();
    }

    private static boolean startsLower(Passage words) {
        return !words.isEmpty() && Character.isLowerCase(words.charAt(0));
    }

    private void table(Block.Table table) {
        Grid grid = new Grid(table);
        TableRoles roles = grid.width() >= 2 ? TableRoles.of(grid) : null;
        if (goesOn(grid, roles, table.ruled())) {
            return;
        }
        if (roles == null && isData(grid, table.ruled())) {
            roles = TableRoles.ofCells(grid);
        }
        if (roles == null && !isData(grid, table.ruled())) {
            for (Passage line : grid.byColumn()) {
                pieces(line).forEach(piece -> elements.add(new Element.Line(piece, false)));
            }
            return;
        }
        if (roles != null) {
            lastTable = new Element.DataTable(grid, roles);
            elements.add(lastTable);
        }
    }

    /** A table that goes on over a page: as wide, with the same heading again or with none. */
    private boolean goesOn(Grid grid, @Nullable TableRoles roles, boolean ruled) {
        Element.DataTable before = lastTable;
        if (before == null
                || !(elements.getLast() instanceof Element.DataTable)
                || grid.width() != before.grid().width()) {
            return false;
        }
        boolean sameHeading =
                grid.key(0).equals(before.grid().key(Math.max(0, before.roles().firstDataRow() - 1)))
                        || grid.key(0).equals(before.grid().key(0));
        boolean ownHeading = TableRoles.isOrdinalHeading(grid.cell(0, 0));
        if (roles == null && ruled && !ownHeading || sameHeading) {
            before.grid().append(grid, 0);
            return true;
        }
        return false;
    }

    /** A table that holds data of another kind; one that only sets a header or a closing side by side does not. */
    private static boolean isData(Grid grid, boolean ruled) {
        if (!ruled || grid.filledColumns() < 3 || grid.height() < 3) {
            return false;
        }
        for (Passage words : grid.byColumn()) {
            if (HeaderLines.isMotto(words)
                    || HeaderLines.isPlaceAndDate(words)
                    || Headings.opensClosing(words)
                    || Headings.isAuthority(words)) {
                return false;
            }
        }
        return true;
    }
}

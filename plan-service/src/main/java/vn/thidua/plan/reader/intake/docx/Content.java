package vn.thidua.plan.reader.intake.docx;

import java.util.List;
import java.util.Locale;

/** What stands in the body, in its order, before it is known how its letters are encoded. */
sealed interface Content {
    char TAB = '\t';
    char LINE = '\n';
    char PAGE = '\f';

    /**
     * @param ordinal what automatic numbering puts before it, may be empty
     */
    record Paragraph(List<Piece> pieces, String ordinal, boolean centred) implements Content {}

    /** @param ruled it draws lines */
    record Table(List<Row> rows, boolean ruled) implements Content {
        /** It only draws a box around, or gives room to, what stands one below the other. */
        boolean isFrame() {
            return (rows.size() == 1 || !ruled)
                    && rows.stream().allMatch(row -> row.cells().size() == 1);
        }
    }

    record Row(List<Cell> cells) {}

    record Cell(int column, int columnSpan, boolean merged, List<Content> contents) {}

    record PageBreak() implements Content {}

    /** Letters set alike; a tab, a soft line break and a page break are the three characters above. */
    record Piece(String text, boolean bold, boolean caps, Font font) {}

    /** Fonts that show other letters than the stored characters mean. */
    enum Font {
        UNICODE,
        TCVN3,
        /** Shows small letters as capitals. */
        TCVN3_CAPITALS,
        VNI;

        static Font named(String name) {
            String lower = name.strip().toLowerCase(Locale.ROOT);
            if (lower.startsWith(".vn")) {
                return name.strip().endsWith("H") ? TCVN3_CAPITALS : TCVN3;
            }
            return lower.startsWith("vni-") ? VNI : UNICODE;
        }
    }
}

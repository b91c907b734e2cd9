package vn.thidua.plan.reader.intake.docx;

import java.util.Set;

/** Lines around tables and cells. */
final class Borders {
    private static final Set<String> INVISIBLE = Set.of("nil", "none", "");

    private Borders() {}

    /** How many sides have a line; the cursor is at {@code w:tblBorders} or {@code w:tcBorders}. */
    static int count(XmlCursor xml) {
        int[] visible = {0};
        xml.children(side -> {
            if (!INVISIBLE.contains(xml.value()) && !side.startsWith("tl2") && !side.startsWith("tr2")) {
                visible[0]++;
            }
        });
        return visible[0];
    }
}

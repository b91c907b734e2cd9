package vn.thidua.plan.reader.intake.docx;

import org.jspecify.annotations.Nullable;

/**
 * How a paragraph is set; what is null is left to the style beneath.
 *
 * @param style the paragraph style it names
 * @param numbering the list it belongs to, 0 for none
 * @param mark properties of the mark that ends it
 * @param section how the section that ends with it began: "nextPage", "continuous" ..., null when none ends here
 */
record ParagraphProperties(
        @Nullable String style,
        @Nullable Boolean centred,
        @Nullable Integer numbering,
        @Nullable Integer level,
        @Nullable Boolean pageBreakBefore,
        RunProperties mark,
        @Nullable String section) {
    static final ParagraphProperties NONE =
            new ParagraphProperties(null, null, null, null, null, RunProperties.NONE, null);

    /** The cursor is at {@code w:pPr}. */
    static ParagraphProperties read(XmlCursor xml) {
        Reading reading = new Reading();
        xml.children(name -> reading.property(name, xml));
        return reading.result();
    }

    ParagraphProperties over(ParagraphProperties beneath) {
        return new ParagraphProperties(
                style == null ? beneath.style : style,
                centred == null ? beneath.centred : centred,
                numbering == null ? beneath.numbering : numbering,
                level == null ? beneath.level : level,
                pageBreakBefore == null ? beneath.pageBreakBefore : pageBreakBefore,
                mark,
                section);
    }

    /** How the section that {@code w:sectPr} describes began; Word's default is a new page. */
    static String section(XmlCursor xml) {
        String[] type = {"nextPage"};
        xml.children(name -> {
            if (name.equals("type")) {
                type[0] = xml.value();
            }
        });
        return type[0];
    }

    private static final class Reading {
        private @Nullable String style;
        private @Nullable Boolean centred;
        private @Nullable Integer numbering;
        private @Nullable Integer level;
        private @Nullable Boolean pageBreakBefore;
        private RunProperties mark = RunProperties.NONE;
        private @Nullable String section;

        void property(String name, XmlCursor xml) {
            switch (name) {
                case "pStyle" -> style = xml.value();
                case "jc" -> centred = xml.value().equals("center");
                case "pageBreakBefore" -> pageBreakBefore = xml.on();
                case "numPr" ->
                    xml.children(part -> {
                        switch (part) {
                            case "numId" -> numbering = xml.number("val", 0);
                            case "ilvl" -> level = xml.number("val", 0);
                            default -> {
                                // tracked changes of the numbering
                            }
                        }
                    });
                case "rPr" -> mark = RunProperties.read(xml);
                case "sectPr" -> section = section(xml);
                default -> {
                    // indents, spacing, tab stops: nothing that is read
                }
            }
        }

        ParagraphProperties result() {
            return new ParagraphProperties(style, centred, numbering, level, pageBreakBefore, mark, section);
        }
    }
}

package vn.thidua.plan.reader.intake.docx;

import org.jspecify.annotations.Nullable;

/**
 * How letters are set; what is null is left to the style beneath.
 *
 * @param style the character style it names
 * @param font the one that letters beyond ASCII are shown in
 * @param deleted only for the mark that ends a paragraph: it was deleted or moved away
 * @param tracked only for the mark that ends a paragraph: it was inserted or deleted with changes tracked
 */
record RunProperties(
        @Nullable String style,
        @Nullable Boolean bold,
        @Nullable Boolean caps,
        @Nullable Boolean hidden,
        @Nullable String font,
        boolean deleted,
        boolean tracked) {
    static final RunProperties NONE = new RunProperties(null, null, null, null, null, false, false);

    /** The cursor is at {@code w:rPr}. */
    static RunProperties read(XmlCursor xml) {
        Reading reading = new Reading();
        xml.children(name -> reading.property(name, xml));
        return reading.result();
    }

    /** These, and where they say nothing those beneath. */
    RunProperties over(RunProperties beneath) {
        return new RunProperties(
                style == null ? beneath.style : style,
                bold == null ? beneath.bold : bold,
                caps == null ? beneath.caps : caps,
                hidden == null ? beneath.hidden : hidden,
                font == null ? beneath.font : font,
                deleted,
                tracked);
    }

    static boolean isOn(@Nullable Boolean property) {
        return Boolean.TRUE.equals(property);
    }

    private static final class Reading {
        private @Nullable String style;
        private @Nullable Boolean bold;
        private @Nullable Boolean caps;
        private @Nullable Boolean hidden;
        private @Nullable String font;
        private boolean deleted;
        private boolean tracked;

        void property(String name, XmlCursor xml) {
            switch (name) {
                case "rStyle" -> style = xml.value();
                case "b" -> bold = xml.on();
                case "caps" -> caps = xml.on();
                case "vanish" -> hidden = xml.on();
                case "rFonts" -> {
                    String high = xml.attribute("hAnsi");
                    font = high == null ? xml.attribute("ascii") : high;
                }
                case "del", "moveFrom" -> {
                    deleted = true;
                    tracked = true;
                }
                case "ins", "moveTo" -> tracked = true;
                default -> {
                    // colour, size, language: nothing that is read
                }
            }
        }

        RunProperties result() {
            return new RunProperties(style, bold, caps, hidden, font, deleted, tracked);
        }
    }
}

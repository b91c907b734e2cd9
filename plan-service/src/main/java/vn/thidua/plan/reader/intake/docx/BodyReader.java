package vn.thidua.plan.reader.intake.docx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.source.IntakeNote;

/** Reads what stands one below the other: paragraphs, tables, section ends. */
final class BodyReader {
    private final Reading reading;
    private final XmlCursor xml;
    private final ParagraphReader paragraphs;
    private final TableReader tables;

    BodyReader(Reading reading) {
        this.reading = reading;
        this.xml = reading.xml;
        this.paragraphs = new ParagraphReader(reading, () -> contents(other -> {}));
        this.tables = new TableReader(reading, this::contents);
    }

    /** The whole part, with the cursor at its beginning. */
    List<Content> read() {
        List<Content> body = new ArrayList<>();
        xml.document(root -> xml.children(name -> {
            if (name.equals("body")) {
                body.addAll(contents(other -> {}));
            }
        }));
        return body;
    }

    /** Everything inside of the element the cursor is at: the body, a cell, a text box. */
    private List<Content> contents(XmlCursor.Children other) {
        Flow flow = new Flow(other);
        xml.children(flow::block);
        return flow.end();
    }

    private final class Flow {
        private final List<Content> contents = new ArrayList<>();
        /** What goes before the next paragraph, because the mark between the two was deleted. */
        private @Nullable Inline carried;
        /** The page break at the end of a section; whether it is one is only said at the end of the next. */
        private int sectionEnd = -1;

        private final XmlCursor.Children other;

        Flow(XmlCursor.Children other) {
            this.other = other;
        }

        void block(String name) {
            switch (name) {
                case "p" -> paragraph();
                case "tbl" -> {
                    flush();
                    contents.add(tables.read());
                }
                case "sdt" -> reading.control(this::block);
                case "ins", "moveTo", "customXml", "smartTag" -> xml.children(this::block);
                case "del", "moveFrom" -> reading.note(IntakeNote.TRACKED_CHANGES);
                case "AlternateContent" -> alternate();
                case "altChunk" -> reading.foreign();
                case "sectPr" -> section(ParagraphProperties.section(xml));
                default -> other.child(name);
            }
        }

        private void alternate() {
            boolean[] done = {false};
            xml.children(branch -> {
                if (done[0] || !branch.equals("Choice") && !branch.equals("Fallback")) {
                    return;
                }
                List<Content> found = contents(other -> {});
                if (Inline.hasText(found)) {
                    flush();
                    contents.addAll(found);
                    done[0] = true;
                }
            });
        }

        private void paragraph() {
            Inline inline = carried == null ? new Inline() : carried;
            carried = null;
            ParagraphProperties properties = paragraphs.read(inline);
            if (properties.mark().tracked()) {
                reading.note(IntakeNote.TRACKED_CHANGES);
            }
            boolean joined = properties.mark().deleted()
                    || RunProperties.isOn(properties.mark().hidden());
            if (joined && properties.section() == null) {
                carried = inline;
                return;
            }
            if (Boolean.TRUE.equals(properties.pageBreakBefore())) {
                contents.add(new Content.PageBreak());
            }
            add(inline, properties);
            if (properties.section() != null) {
                section(properties.section());
                sectionEnd = contents.size();
                contents.add(new Content.PageBreak());
            }
        }

        private void add(Inline inline, ParagraphProperties properties) {
            if (reading.isMuted() || reading.styles.isTableOfContents(properties.style())) {
                return;
            }
            String ordinal = reading.numbering.next(properties);
            reading.spend(ordinal.length());
            if (!ordinal.isEmpty() || !inline.isEmpty()) {
                boolean centred = Boolean.TRUE.equals(properties.centred());
                contents.add(new Content.Paragraph(inline.pieces(), ordinal, centred));
                contents.addAll(inline.boxes());
            }
        }

        /** A section that goes on on the same page takes back the break that was put at its beginning. */
        private void section(String type) {
            if (sectionEnd >= 0 && (type.equals("continuous") || type.equals("nextColumn"))) {
                contents.set(sectionEnd, new Content.Paragraph(List.of(), "", false));
            }
            sectionEnd = -1;
        }

        private void flush() {
            if (carried != null) {
                add(carried, ParagraphProperties.NONE);
                carried = null;
            }
        }

        List<Content> end() {
            flush();
            return contents;
        }
    }
}

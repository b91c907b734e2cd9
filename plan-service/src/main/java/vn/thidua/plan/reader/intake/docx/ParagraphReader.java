package vn.thidua.plan.reader.intake.docx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.source.IntakeNote;

/** Reads what stands inside of paragraphs: runs, links, fields, changes, shapes. */
final class ParagraphReader {
    private enum Field {
        INSTRUCTION,
        RESULT
    }

    private static final int MAX_FIELDS = 1000;

    private final Reading reading;
    private final XmlCursor xml;
    /** Reads the contents of a text box. */
    private final Supplier<List<Content>> boxes;
    /** Fields that are open; they may reach over paragraphs. */
    private Deque<Field> fields = new ArrayDeque<>();

    private Inline inline = new Inline();
    private ParagraphProperties properties = ParagraphProperties.NONE;

    ParagraphReader(Reading reading, Supplier<List<Content>> boxes) {
        this.reading = reading;
        this.xml = reading.xml;
        this.boxes = boxes;
    }

    /** Puts the letters of the paragraph that the cursor is at into {@code target}. */
    ParagraphProperties read(Inline target) {
        Inline outer = inline;
        ParagraphProperties outerProperties = properties;
        inline = target;
        properties = reading.styles.paragraph(ParagraphProperties.NONE);
        xml.children(name -> {
            if (name.equals("pPr")) {
                properties = reading.styles.paragraph(ParagraphProperties.read(xml));
            } else {
                inline(name);
            }
        });
        ParagraphProperties result = properties;
        inline = outer;
        properties = outerProperties;
        return result;
    }

    private void inline(String name) {
        switch (name) {
            case "r" -> run();
            case "ins", "moveTo" -> {
                reading.note(IntakeNote.TRACKED_CHANGES);
                xml.children(this::inline);
            }
            case "del", "moveFrom" -> reading.note(IntakeNote.TRACKED_CHANGES);
            case "sdt" -> reading.control(this::inline);
            case "AlternateContent" -> alternate(this::inline);
            case "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo" -> xml.children(this::inline);
            // formulas: their letters one after the other
            case "oMathPara",
                    "oMath",
                    "e",
                    "num",
                    "den",
                    "sub",
                    "sup",
                    "f",
                    "d",
                    "sSub",
                    "sSup",
                    "sSubSup",
                    "rad",
                    "deg",
                    "nary",
                    "func",
                    "fName",
                    "acc",
                    "bar",
                    "box",
                    "borderBox" -> xml.children(this::inline);
            default -> {
                // bookmarks, marks of spelling, ranges of comments
            }
        }
    }

    /** Another view of the same contents: the first branch that has words is read, and no other. */
    private void alternate(XmlCursor.Children contents) {
        boolean[] done = {false};
        xml.children(branch -> {
            if (done[0] || !branch.equals("Choice") && !branch.equals("Fallback")) {
                return;
            }
            Inline outer = inline;
            Deque<Field> before = new ArrayDeque<>(fields);
            inline = new Inline();
            xml.children(contents);
            if (inline.hasText()) {
                outer.add(inline);
                done[0] = true;
            } else {
                fields = before;
            }
            inline = outer;
        });
    }

    private void run() {
        Run run = new Run();
        xml.children(run::child);
    }

    private final class Run {
        private RunProperties own = RunProperties.NONE;
        private Content.@Nullable Piece look;
        private boolean hidden;

        void child(String name) {
            switch (name) {
                case "rPr" -> own = RunProperties.read(xml);
                case "t" -> xml.text(text -> add(Symbols.plain(text, look().font())));
                case "tab", "ptab" -> add(String.valueOf(Content.TAB));
                case "br" -> add(String.valueOf(lineBreak()));
                case "cr" -> add(String.valueOf(Content.LINE));
                case "noBreakHyphen" -> add("-");
                // the soft hyphen is a letter in TCVN3; elsewhere it goes when the text is laid out
                case "softHyphen" -> add("\u00ad");
                case "sym" -> add(Symbols.of(xml.attribute("font", ""), xml.attribute("char", "")));
                case "fldChar" -> field(xml.attribute("fldCharType", ""));
                case "footnoteReference", "endnoteReference", "commentReference" ->
                    reading.note(IntakeNote.NOTES_LEFT_OUT);
                case "drawing", "pict", "object" -> xml.children(this::shape);
                case "AlternateContent" -> alternate(this::child);
                case "ruby" ->
                    xml.children(part -> {
                        if (part.equals("rubyBase")) {
                            xml.children(ParagraphReader.this::inline);
                        }
                    });
                default -> {
                    // deleted text, instructions of fields, page numbers
                }
            }
        }

        private char lineBreak() {
            return switch (xml.attribute("type", "textWrapping")) {
                case "page" -> Content.PAGE;
                case "column" -> ' ';
                default -> Content.LINE;
            };
        }

        private Content.Piece look() {
            Content.Piece known = look;
            if (known == null) {
                RunProperties all = reading.styles.run(properties.style(), own);
                Content.Font font = Content.Font.named(all.font() == null ? "" : all.font());
                hidden = RunProperties.isOn(all.hidden());
                boolean caps = RunProperties.isOn(all.caps()) || font == Content.Font.TCVN3_CAPITALS;
                known = new Content.Piece("", RunProperties.isOn(all.bold()), caps, font);
                look = known;
            }
            return known;
        }

        private void add(String text) {
            Content.Piece like = look();
            if (!hidden && !reading.isMuted() && !insideInstruction()) {
                reading.spend(text.length());
                inline.add(text, like);
            }
        }

        private void shape(String name) {
            switch (name) {
                case "txbxContent" -> {
                    Deque<Field> outer = fields;
                    fields = new ArrayDeque<>();
                    List<Content> contents = boxes.get();
                    fields = outer;
                    look();
                    if (!hidden) {
                        inline.box(contents);
                    }
                }
                case "blip", "imagedata" -> reading.picture();
                case "AlternateContent" -> alternate(this::shape);
                default -> xml.children(this::shape);
            }
        }
    }

    private void field(String mark) {
        switch (mark) {
            case "begin" -> {
                if (fields.size() < MAX_FIELDS) {
                    fields.push(Field.INSTRUCTION);
                }
            }
            case "separate" -> {
                if (!fields.isEmpty()) {
                    fields.pop();
                    fields.push(Field.RESULT);
                }
            }
            case "end" -> {
                if (!fields.isEmpty()) {
                    fields.pop();
                }
            }
            default -> {
                // an unknown mark changes nothing
            }
        }
    }

    /**
     * Plain text right inside of an instruction is left by a field whose end is missing, and is shown; the result of a
     * field that serves as instruction of another one is not.
     */
    private boolean insideInstruction() {
        return fields.size() > 1 && fields.stream().skip(1).anyMatch(field -> field == Field.INSTRUCTION);
    }
}

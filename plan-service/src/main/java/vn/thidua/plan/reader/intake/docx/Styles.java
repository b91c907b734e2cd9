package vn.thidua.plan.reader.intake.docx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The named styles of a document, each with what it inherits. */
final class Styles {
    /** Word stops at a dozen; a ring of styles must end somewhere. */
    private static final int MAX_CHAIN = 32;

    private static final int MAX_STYLES = 20_000;

    /**
     * @param numbering of a numbering style or a paragraph style, as it says itself
     * @param ruled of a table style: it draws lines
     */
    private record Style(
            String name, @Nullable String basedOn, RunProperties run, ParagraphProperties paragraph, boolean ruled) {}

    private final Map<String, Style> styles = new HashMap<>();
    private final Map<String, RunProperties> runs = new HashMap<>();
    private final Map<String, ParagraphProperties> paragraphs = new HashMap<>();
    private RunProperties defaultRun = RunProperties.NONE;
    private ParagraphProperties defaultParagraph = ParagraphProperties.NONE;
    private String defaultParagraphStyle = "";

    /** The cursor is at the beginning of the part. */
    void read(XmlCursor xml) {
        xml.document(root -> xml.children(name -> {
            switch (name) {
                case "docDefaults" -> readDefaults(xml);
                case "style" -> readStyle(xml);
                default -> {
                    // latent styles are those that nobody uses
                }
            }
        }));
    }

    private void readDefaults(XmlCursor xml) {
        xml.children(kind -> xml.children(name -> {
            switch (name) {
                case "rPr" -> defaultRun = RunProperties.read(xml);
                case "pPr" -> defaultParagraph = ParagraphProperties.read(xml);
                default -> {
                    // there is nothing else
                }
            }
        }));
    }

    private void readStyle(XmlCursor xml) {
        String id = xml.attribute("styleId", "");
        boolean paragraph = xml.attribute("type", "paragraph").equals("paragraph");
        switch (xml.attribute("default", "0")) {
            case "1", "true", "on" -> defaultParagraphStyle = paragraph ? id : defaultParagraphStyle;
            default -> {
                // one of many
            }
        }
        StyleReading reading = new StyleReading();
        xml.children(name -> reading.part(name, xml));
        if (styles.size() < MAX_STYLES) {
            styles.putIfAbsent(id, reading.result());
        }
    }

    private static final class StyleReading {
        private String name = "";
        private @Nullable String basedOn;
        private RunProperties run = RunProperties.NONE;
        private ParagraphProperties paragraph = ParagraphProperties.NONE;
        private boolean ruled;

        void part(String part, XmlCursor xml) {
            switch (part) {
                case "name" -> name = xml.value().toLowerCase(Locale.ROOT);
                case "basedOn" -> basedOn = xml.value();
                case "rPr" -> run = RunProperties.read(xml);
                case "pPr" -> paragraph = ParagraphProperties.read(xml);
                case "tblPr" ->
                    xml.children(property -> {
                        if (property.equals("tblBorders")) {
                            ruled |= Borders.count(xml) > 0;
                        }
                    });
                case "tblStylePr" -> xml.children(inner -> part(inner.equals("tblPr") ? inner : "", xml));
                default -> {
                    // priority, user interface, language
                }
            }
        }

        Style result() {
            return new Style(name, basedOn, run, paragraph, ruled);
        }
    }

    /** What letters look like under a paragraph style, a character style and what the run says itself. */
    RunProperties run(@Nullable String paragraphStyle, RunProperties own) {
        RunProperties beneath = runOf(idOf(paragraphStyle)).over(defaultRun);
        return own.style() == null
                ? own.over(beneath)
                : own.over(runOf(own.style())).over(beneath);
    }

    ParagraphProperties paragraph(ParagraphProperties own) {
        return own.over(paragraphOf(idOf(own.style()))).over(defaultParagraph);
    }

    private String idOf(@Nullable String paragraphStyle) {
        return paragraphStyle == null || !styles.containsKey(paragraphStyle) ? defaultParagraphStyle : paragraphStyle;
    }

    /** The style that gives a paragraph its place in a list: the nearest in the chain that names one. */
    @Nullable
    String numberedStyle(@Nullable String style) {
        String id = idOf(style);
        for (Style each : chain(id)) {
            if (each.paragraph().numbering() != null) {
                return id;
            }
            id = each.basedOn() == null ? "" : each.basedOn();
        }
        return null;
    }

    /** The list that a numbering style stands for, 0 for none. */
    int numbering(String style) {
        Integer numbering = paragraphOf(style).numbering();
        return numbering == null ? 0 : numbering;
    }

    /** Entries of a table of contents repeat the headings that follow. */
    boolean isTableOfContents(@Nullable String style) {
        Style found = style == null ? null : styles.get(style);
        return found != null && found.name().matches("toc [1-9]");
    }

    boolean isRuled(@Nullable String tableStyle) {
        return tableStyle != null && chain(tableStyle).stream().anyMatch(Style::ruled);
    }

    private RunProperties runOf(String id) {
        RunProperties known = runs.get(id);
        if (known == null) {
            known = RunProperties.NONE;
            for (Style each : chain(id)) {
                known = known.over(each.run());
            }
            runs.put(id, known);
        }
        return known;
    }

    private ParagraphProperties paragraphOf(String id) {
        ParagraphProperties known = paragraphs.get(id);
        if (known == null) {
            known = ParagraphProperties.NONE;
            for (Style each : chain(id)) {
                known = known.over(each.paragraph());
            }
            paragraphs.put(id, known);
        }
        return known;
    }

    private List<Style> chain(String id) {
        List<Style> chain = new ArrayList<>();
        Style next = styles.get(id);
        while (next != null && chain.size() < MAX_CHAIN) {
            chain.add(next);
            next = next.basedOn() == null ? null : styles.get(next.basedOn());
        }
        return chain;
    }
}

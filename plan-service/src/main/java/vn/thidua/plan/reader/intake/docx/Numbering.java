package vn.thidua.plan.reader.intake.docx;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists of a document and how far each has counted. */
final class Numbering {
    static final int LEVELS = 9;
    private static final int MAX_LISTS = 20_000;

    /**
     * One level of a list.
     *
     * @param restart the level (from 1) whose ordinals make this one begin anew; 0 for never, null for any above
     */
    record Level(
            int start,
            String format,
            String text,
            boolean legal,
            @Nullable Integer restart,
            @Nullable String style) {
        static final Level NONE = new Level(1, "none", "", false, null, null);
    }

    private static final class Definition {
        private final Level[] levels = new Level[LEVELS];
        private String styleLink = "";
        private final int[] counted = new int[LEVELS];
        private final boolean[] begun = new boolean[LEVELS];
    }

    private static final class Instance {
        private int definition = -1;
        private final Level[] levels = new Level[LEVELS];
        private final @Nullable Integer[] starts = new @Nullable Integer[LEVELS];
        private final boolean[] used = new boolean[LEVELS];
    }

    private final Styles styles;
    private final Map<Integer, Definition> definitions = new HashMap<>();
    private final Map<Integer, Instance> instances = new HashMap<>();

    Numbering(Styles styles) {
        this.styles = styles;
    }

    /** The cursor is at the beginning of the part. */
    void read(XmlCursor xml) {
        xml.document(root -> xml.children(name -> {
            if (definitions.size() > MAX_LISTS || instances.size() > MAX_LISTS) {
                return;
            }
            switch (name) {
                case "abstractNum" -> readDefinition(xml);
                case "num" -> readInstance(xml);
                default -> {
                    // pictures used as bullets
                }
            }
        }));
    }

    private void readDefinition(XmlCursor xml) {
        Definition definition = new Definition();
        definitions.put(xml.number("abstractNumId", -1), definition);
        xml.children(name -> {
            switch (name) {
                case "numStyleLink" -> definition.styleLink = xml.value();
                case "lvl" -> readLevel(xml, definition.levels);
                default -> {
                    // names and identities of the list
                }
            }
        });
    }

    private void readInstance(XmlCursor xml) {
        Instance instance = new Instance();
        instances.put(xml.number("numId", -1), instance);
        xml.children(name -> {
            switch (name) {
                case "abstractNumId" -> instance.definition = xml.number("val", -1);
                case "lvlOverride" -> {
                    int level = xml.number("ilvl", -1);
                    xml.children(part -> {
                        if (part.equals("startOverride") && level >= 0 && level < LEVELS) {
                            instance.starts[level] = xml.number("val", 1);
                        } else if (part.equals("lvl")) {
                            readLevel(xml, instance.levels);
                        }
                    });
                }
                default -> {
                    // there is nothing else
                }
            }
        });
    }

    private static void readLevel(XmlCursor xml, Level[] levels) {
        int at = xml.number("ilvl", -1);
        LevelReading reading = new LevelReading();
        xml.children(name -> reading.part(name, xml));
        if (at >= 0 && at < LEVELS) {
            levels[at] = reading.result();
        }
    }

    private static final class LevelReading {
        private int start;
        private String format = "decimal";
        private String text = "";
        private boolean legal;
        private @Nullable Integer restart;
        private @Nullable String style;

        void part(String name, XmlCursor xml) {
            switch (name) {
                case "start" -> start = xml.number("val", 0);
                case "numFmt" -> format = xml.value();
                case "lvlText" -> text = xml.value();
                case "isLgl" -> legal = xml.on();
                case "lvlRestart" -> restart = xml.number("val", 0);
                case "pStyle" -> style = xml.value();
                case "AlternateContent" ->
                    xml.children(branch -> {
                        // the other branch holds a format that only newer readers know
                        if (branch.equals("Fallback")) {
                            xml.children(inner -> part(inner, xml));
                        }
                    });
                default -> {
                    // alignment, indents and the letters of the ordinal itself
                }
            }
        }

        Level result() {
            return new Level(start, format, text, legal, restart, style);
        }
    }

    /** The ordinal of the next paragraph as it is shown ("1.", "II.", "a)", "-"), empty for none. */
    String next(ParagraphProperties paragraph) {
        Integer number = paragraph.numbering();
        Instance instance = number == null || number == 0 ? null : instances.get(number);
        Definition definition = instance == null ? null : definition(instance.definition, 0);
        if (instance == null || definition == null) {
            return "";
        }
        int level = level(paragraph, instance, definition);
        Level format = level(instance, definition, level);
        count(instance, definition, level, format);
        if (format.format().equals("bullet")) {
            return Ordinals.bullet(format.text());
        }
        return shown(instance, definition, format);
    }

    private @Nullable Definition definition(int id, int hops) {
        Definition definition = definitions.get(id);
        if (definition == null || definition.styleLink.isEmpty() || hops > 3) {
            return definition;
        }
        Instance linked = instances.get(styles.numbering(definition.styleLink));
        return linked == null ? definition : definition(linked.definition, hops + 1);
    }

    private int level(ParagraphProperties paragraph, Instance instance, Definition definition) {
        Integer named = paragraph.level();
        if (named != null) {
            return Math.clamp(named, 0, LEVELS - 1);
        }
        String style = styles.numberedStyle(paragraph.style());
        for (int i = 0; style != null && i < LEVELS; i++) {
            if (style.equals(level(instance, definition, i).style())) {
                return i;
            }
        }
        return 0;
    }

    private static Level level(Instance instance, Definition definition, int level) {
        Level own = instance.levels[level];
        Level common = definition.levels[level];
        return own != null ? own : common != null ? common : Level.NONE;
    }

    private static void count(Instance instance, Definition definition, int level, Level format) {
        Integer override = instance.starts[level];
        if (override != null && !instance.used[level]) {
            definition.counted[level] = override;
        } else if (definition.begun[level]) {
            definition.counted[level]++;
        } else {
            definition.counted[level] = override != null ? override : format.start();
        }
        instance.used[level] = true;
        definition.begun[level] = true;
        for (int below = level + 1; below < LEVELS; below++) {
            Integer restart = level(instance, definition, below).restart();
            if (restart == null || restart != 0 && level + 1 <= restart) {
                definition.begun[below] = false;
            }
        }
    }

    private static String shown(Instance instance, Definition definition, Level format) {
        StringBuilder shown = new StringBuilder();
        String text = format.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int level = c == '%' && i + 1 < text.length() ? text.charAt(i + 1) - '1' : -1;
            if (level < 0 || level >= LEVELS) {
                shown.append(c);
                continue;
            }
            i++;
            Level part = level(instance, definition, level);
            int value = definition.begun[level] ? definition.counted[level] : part.start();
            shown.append(Ordinals.shown(value, format.legal() ? "decimal" : part.format()));
        }
        return shown.toString().strip();
    }
}

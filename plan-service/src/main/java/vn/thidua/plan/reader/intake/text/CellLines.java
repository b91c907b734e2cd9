package vn.thidua.plan.reader.intake.text;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.plan.reader.source.Passage;

/** The words of a cell, cut at {@code <br>} and its like; line ends inside mean nothing. */
final class CellLines {
    private CellLines() {}

    static List<Passage> of(String text, int start, int end) {
        List<Passage> lines = new ArrayList<>();
        int from = start;
        int i = start;
        while (i < end) {
            int next = text.indexOf('<', i, end);
            if (next < 0) {
                break;
            }
            int length = MarkdownWords.tagLength(text, next, end);
            if (length > 0 && MarkdownWords.isBreak(text, next)) {
                add(lines, text, from, next);
                from = next + length;
            }
            i = next + Math.max(1, length);
        }
        add(lines, text, from, end);
        return lines;
    }

    private static void add(List<Passage> lines, String text, int from, int to) {
        List<Passage> parts = new ArrayList<>();
        int at = from;
        while (at < to) {
            int lineEnd = text.indexOf('\n', at, to);
            int stop = lineEnd < 0 ? to : lineEnd;
            parts.add(MarkdownWords.of(text, at, stop).words());
            at = stop + 1;
        }
        Passage words = Passage.join(parts, " ");
        if (!words.isEmpty()) {
            lines.add(words);
        }
    }
}

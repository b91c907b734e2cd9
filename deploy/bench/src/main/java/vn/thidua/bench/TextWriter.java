package vn.thidua.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.thidua.bench.Part.Paragraph;
import vn.thidua.bench.Part.SideBySide;
import vn.thidua.bench.Part.Table;

/** The text one gets by copying a document out of a word processor: cells are parted by tabs. */
final class TextWriter {
    private TextWriter() {}

    static byte[] write(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Paragraph paragraph -> text.append(paragraph.text()).append('\n');
                case SideBySide pair -> {
                    for (int line = 0;
                            line < Math.max(pair.left().size(), pair.right().size());
                            line++) {
                        text.append(line(pair.left(), line))
                                .append('\t')
                                .append(line(pair.right(), line))
                                .append('\n');
                    }
                    text.append('\n');
                }
                case Table table -> {
                    for (List<String> row : table.rows()) {
                        text.append(String.join("\t", row)).append('\n');
                    }
                }
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number) : "";
    }
}

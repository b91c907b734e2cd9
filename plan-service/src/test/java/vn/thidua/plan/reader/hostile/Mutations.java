package vn.thidua.plan.reader.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Random faults of a file, of the sort its kind can have. */
final class Mutations {
    private static final List<String> STRANGE = List.of(
            "\u0000",
            "\ud83c",
            "\udf00",
            "\ud83c\udf00",
            "\u0301",
            "\u200b",
            "\u202e",
            "\ufeff",
            "\uffff",
            "|",
            "\t",
            "<table>",
            "</td>",
            "<br>",
            "**",
            "“",
            "\"",
            "(",
            "\n\n\n",
            "\f",
            "STT",
            "KẾ HOẠCH",
            "Nơi nhận:",
            "Căn cứ Luật ",
            "Quý V",
            "ngày 31/02/2026",
            "tháng 13",
            "100%",
            "99999999999999999999",
            "1.1.1.1.1.1.1",
            "năm 0000",
            "I.",
            "٣٤",
            "①");

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    byte[] of(String name, byte[] file) {
        byte[] mutant = file;
        for (int n = random.nextInt(3); n >= 0; n--) {
            mutant = once(name, mutant);
        }
        return mutant;
    }

    private byte[] once(String name, byte[] file) {
        int raw = random.nextInt(10);
        if (file.length < 2 || raw == 0) {
            return bytes(file);
        }
        if (raw == 1) {
            return Arrays.copyOf(file, random.nextInt(file.length));
        }
        try {
            return switch (name.substring(name.lastIndexOf('.') + 1)) {
                case "docx" -> word(file);
                case "pdf" -> raw < 6 ? bytes(file) : pdf(file);
                default -> text(new String(file, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            };
        } catch (IOException | RuntimeException brokenBefore) {
            // a file broken by an earlier fault: the library that should change it may fail in any way it likes
            return bytes(file);
        }
    }

    private byte[] bytes(byte[] file) {
        byte[] changed = file.clone();
        for (int n = random.nextInt(20); n >= 0 && changed.length > 0; n--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private int at(int length) {
        return length == 0 ? 0 : random.nextInt(length);
    }

    private String strange() {
        String one = random.nextInt(3) == 0
                ? String.valueOf((char) random.nextInt(0x10000))
                : STRANGE.get(random.nextInt(STRANGE.size()));
        return random.nextInt(20) == 0 ? one.repeat(random.nextInt(5000)) : one;
    }

    private String text(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int a = at(lines.size());
        int b = at(lines.size());
        if (lines.isEmpty()) {
            return strange();
        }
        switch (random.nextInt(11)) {
            case 0 -> lines.remove(a);
            case 1 -> lines.add(a, lines.get(b));
            case 2 -> Collections.shuffle(lines, random);
            case 3 -> Collections.swap(lines, a, b);
            case 4 -> lines.set(a, swappedColumns(lines.get(a)));
            case 5 -> lines.replaceAll(line -> line.replace("|", random.nextInt(4) == 0 ? "" : "|"));
            case 6 -> lines.replaceAll(line -> line.replace("\t", random.nextInt(4) == 0 ? " " : "\t"));
            case 7 -> {
                return String.join(random.nextBoolean() ? " " : "", lines);
            }
            case 8 -> {
                return text.repeat(2 + random.nextInt(4));
            }
            case 9 -> lines.set(a, lines.get(a).repeat(random.nextInt(300)));
            default -> {
                for (int n = random.nextInt(30); n >= 0; n--) {
                    int line = at(lines.size());
                    lines.set(line, inserted(lines.get(line)));
                }
            }
        }
        return String.join("\n", lines);
    }

    private String inserted(String line) {
        int at = at(line.length() + 1);
        return line.substring(0, at) + strange() + line.substring(at);
    }

    private String swappedColumns(String line) {
        List<String> cells = new ArrayList<>(List.of(line.split("[|\t]", -1)));
        Collections.shuffle(cells, random);
        return String.join(line.contains("|") ? "|" : "\t", cells);
    }

    /** One part is changed inside; the package stays whole. */
    private byte[] word(byte[] file) {
        Map<String, byte[]> parts = Zipped.parts(file);
        if (parts.isEmpty()) {
            return bytes(file);
        }
        List<String> names = new ArrayList<>(parts.keySet());
        String name = random.nextInt(3) > 0 && parts.containsKey("word/document.xml")
                ? "word/document.xml"
                : names.get(random.nextInt(names.size()));
        byte[] part = parts.getOrDefault(name, new byte[0]);
        switch (random.nextInt(8)) {
            case 0 -> parts.remove(name);
            case 1 -> parts.put(name, bytes(part));
            default ->
                parts.put(name, xml(new String(part, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        }
        return Zipped.plainZip(parts);
    }

    /** Tags are taken away, doubled, or change places; so are their contents. */
    private String xml(String xml) {
        List<String> pieces = new ArrayList<>(List.of(xml.split("(?=<)")));
        int a = at(pieces.size());
        int b = at(pieces.size());
        switch (random.nextInt(7)) {
            case 0 -> pieces.remove(a);
            case 1 -> pieces.add(a, pieces.get(b));
            case 2 -> Collections.swap(pieces, a, b);
            case 3 ->
                pieces.subList(Math.min(a, b), Math.min(Math.max(a, b), Math.min(a, b) + 40))
                        .clear();
            case 4 -> pieces.addAll(a, List.copyOf(pieces.subList(Math.min(a, b), Math.max(a, b))));
            case 5 ->
                pieces.set(
                        a,
                        pieces.get(a).replaceAll("\"[^\"]*\"", "\"" + (random.nextInt() >> random.nextInt(32)) + "\""));
            default ->
                pieces.set(
                        a,
                        pieces.get(a)
                                + strange()
                                        .replace("\u0000", "")
                                        .replace("\uffff", "")
                                        .replace("<", "&lt;"));
        }
        return String.join("", pieces);
    }

    /** What a page draws is changed; the file stays whole. */
    private byte[] pdf(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            if (document.getNumberOfPages() == 0) {
                return bytes(file);
            }
            PDPage page = document.getPage(random.nextInt(document.getNumberOfPages()));
            byte[] drawn;
            try (var in = page.getContents()) {
                drawn = in.readAllBytes();
            }
            List<String> lines = new ArrayList<>(
                    new String(drawn, StandardCharsets.ISO_8859_1).lines().toList());
            int a = at(lines.size());
            int b = at(lines.size());
            switch (lines.isEmpty() ? 0 : random.nextInt(6)) {
                case 0 -> drawn = bytes(drawn);
                case 1 -> lines.remove(a);
                case 2 -> lines.add(a, lines.get(b));
                case 3 -> Collections.shuffle(lines, random);
                case 4 -> lines.subList(Math.min(a, b), Math.max(a, b)).clear();
                default ->
                    lines.set(
                            a,
                            lines.get(a).replaceAll("-?\\d+", String.valueOf(random.nextInt() >> random.nextInt(32))));
            }
            if (!lines.isEmpty()) {
                drawn = random.nextInt(6) == 0
                        ? bytes(drawn)
                        : String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
            }
            PDStream stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream()) {
                out.write(drawn);
            }
            page.setContents(stream);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}

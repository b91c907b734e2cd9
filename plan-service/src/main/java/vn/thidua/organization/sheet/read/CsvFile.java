package vn.thidua.organization.sheet.read;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.thidua.organization.sheet.SheetLimits;
import vn.thidua.organization.sheet.SheetRefusal;
import vn.thidua.organization.sheet.SheetRefusedException;
import vn.thidua.organization.sheet.Value;
import vn.thidua.organization.sheet.Wording;

/** Rows of text, parted by semicolon, comma or tab: whichever parts the first rows most evenly. */
final class CsvFile implements RawSheet {
    private static final int LINES_LOOKED_AT = 20;
    private static final String OPENERS = "=+-@";

    private final String text;
    private final char delimiter;
    private final SheetLimits limits;

    private CsvFile(String text, char delimiter, SheetLimits limits) {
        this.text = text;
        this.delimiter = delimiter;
        this.limits = limits;
    }

    static RawSheet of(String text, SheetLimits limits) {
        // what Excel itself understands as the first line
        if (text.startsWith("sep=") && text.length() > 5 && "\r\n".indexOf(text.charAt(5)) >= 0) {
            return new CsvFile("\n" + text.substring(6).stripLeading(), text.charAt(4), limits);
        }
        return new CsvFile(text, delimiter(text), limits);
    }

    private static char delimiter(String text) {
        char best = ';';
        long most = -1;
        for (char each : new char[] {';', ',', '\t'}) {
            long lines = text.lines()
                    .limit(LINES_LOOKED_AT)
                    .filter(line -> count(line, each) >= 1)
                    .count();
            long widest = text.lines()
                    .limit(LINES_LOOKED_AT)
                    .mapToLong(line -> count(line, each))
                    .max()
                    .orElse(0);
            if (lines * widest > most) {
                most = lines * widest;
                best = each;
            }
        }
        return best;
    }

    private static int count(String line, char wanted) {
        boolean quoted = false;
        int count = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            count += !quoted && c == wanted ? 1 : 0;
        }
        return count;
    }

    @Override
    public String name() {
        return "CSV";
    }

    @Override
    public boolean hidden() {
        return false;
    }

    @Override
    public List<Merged> merged() {
        return List.of();
    }

    @Override
    public void rows(Consumer<RawRow> each) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        int seen = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord line : parser) {
                Map<Integer, Value> cells = cells(line);
                if (!cells.isEmpty()) {
                    if (++seen > limits.rows()) {
                        throw new SheetRefusedException(SheetRefusal.TOO_MANY_ROWS);
                    }
                    each.accept(new RawRow(Math.toIntExact(line.getRecordNumber()), false, cells));
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new SheetRefusedException(SheetRefusal.DAMAGED, "Sai dấu ngoặc kép trong tệp CSV.");
        }
    }

    private Map<Integer, Value> cells(CSVRecord line) {
        Map<Integer, Value> cells = new HashMap<>();
        for (int i = 0; i < line.size(); i++) {
            String raw = line.get(i);
            String cell = Wording.clean(
                    raw.length() > limits.cellCharacters() * 2 ? raw.substring(0, limits.cellCharacters() * 2) : raw);
            // our own export and careful people put one before what a spreadsheet would calculate
            if (cell.length() > 1 && cell.charAt(0) == '\'' && OPENERS.indexOf(cell.charAt(1)) >= 0) {
                cell = cell.substring(1);
            }
            if (cell.isEmpty()) {
                continue;
            }
            if (i >= limits.columns()) {
                throw new SheetRefusedException(SheetRefusal.TOO_MANY_COLUMNS, "Dòng " + line.getRecordNumber() + ".");
            }
            cells.put(i, new Value.Text(cell));
        }
        return cells;
    }
}

package vn.thidua.access.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.sheet.Days;
import vn.thidua.platform.text.Text;

/** Reads a list of accounts: the first sheet of a workbook, or CSV in UTF-8. The first row names the columns. */
public final class AccountSheet {

    /** Largest file, in bytes. */
    public static final int MOST_BYTES = 1 << 20;

    /** Most rows below the header. */
    public static final int MOST_ROWS = 500;

    /** What a workbook may unpack to: small files can hold very much of the same. */
    private static final long MOST_UNPACKED = 24L << 20;

    private static final int MOST_COLUMNS = 50;
    private static final int MOST_LETTERS = 500;

    /** A column, by what its heading says. */
    public enum Column {
        NAME("Tên đăng nhập"),
        FULL_NAME("Họ và tên"),
        PERSON("Mã cá nhân"),
        UNIT("Đơn vị"),
        ROLE("Vai trò"),
        ROLE_UNIT("Đơn vị của vai trò"),
        FROM("Từ ngày"),
        UNTIL("Đến ngày");

        private final String heading;

        Column(String heading) {
            this.heading = heading;
        }

        /** As it stands in the first row; case and marks make no difference. */
        public String heading() {
            return heading;
        }
    }

    /**
     * A row with something in it.
     *
     * @param number as the sheet shows it, from 1
     * @param cells blank ones are left out
     */
    public record SheetRow(int number, Map<Column, String> cells) {
        public SheetRow {
            cells = Map.copyOf(cells);
        }

        /** The cell's text; empty if there is none. */
        public String text(Column column) {
            return cells.getOrDefault(column, "");
        }
    }

    private AccountSheet() {}

    /**
     * All rows.
     *
     * @throws SheetException if it is no such list, or beyond the bounds
     */
    public static List<SheetRow> read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new SheetException("Tệp lớn hơn 1 MB. Hãy chia nhỏ danh sách.", "The file has more than 1 MB.");
        }
        List<List<String>> lines =
                bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' ? workbook(bytes) : csv(bytes);
        return rows(lines);
    }

    private static List<SheetRow> rows(List<List<String>> lines) {
        Map<Column, Integer> places = null;
        List<SheetRow> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<String> line = lines.get(i);
            if (line.stream().allMatch(String::isEmpty)) {
                continue;
            }
            if (places == null) {
                places = header(line);
                continue;
            }
            Map<Column, String> cells = new EnumMap<>(Column.class);
            places.forEach((column, at) -> {
                if (at < line.size() && !line.get(at).isEmpty()) {
                    cells.put(column, line.get(at));
                }
            });
            rows.add(new SheetRow(i + 1, cells));
            if (rows.size() > MOST_ROWS) {
                throw new SheetException(
                        "Danh sách có hơn " + MOST_ROWS + " dòng. Hãy chia nhỏ danh sách.",
                        "The list has more than " + MOST_ROWS + " rows.");
            }
        }
        if (rows.isEmpty()) {
            throw new SheetException(
                    "Danh sách không có dòng nào. Hãy dùng tệp mẫu.", "The list has no rows. Use the template.");
        }
        return rows;
    }

    private static Map<Column, Integer> header(List<String> line) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            for (int i = 0; i < line.size(); i++) {
                if (Text.fold(line.get(i)).equals(Text.fold(column.heading()))) {
                    places.putIfAbsent(column, i);
                }
            }
        }
        if (!places.containsKey(Column.NAME)) {
            throw new SheetException(
                    "Dòng đầu không có cột \"" + Column.NAME.heading() + "\". Hãy dùng tệp mẫu.",
                    "The first row has no column \"" + Column.NAME.heading() + "\". Use the template.");
        }
        return places;
    }

    private static String clean(String text) {
        String cleaned = Text.clean(text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS) : text);
        // our own export puts one before what a spreadsheet would calculate
        return cleaned.startsWith("'") ? cleaned.substring(1) : cleaned;
    }

    private static List<List<String>> csv(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SheetException(
                    "Tệp không phải XLSX, cũng không phải CSV theo UTF-8. Hãy lưu lại theo một trong hai dạng.",
                    "The file is neither XLSX nor CSV in UTF-8.");
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String first = plain.lines().findFirst().orElse("");
        char delimiter = first.chars().filter(c -> c == ';').count()
                        >= first.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
        List<List<String>> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(
                new StringReader(plain),
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreEmptyLines(false)
                        .get())) {
            for (CSVRecord record : parser) {
                List<String> line = new ArrayList<>();
                for (int i = 0; i < Math.min(record.size(), MOST_COLUMNS); i++) {
                    line.add(clean(record.get(i)));
                }
                lines.add(line);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new SheetException("Sai dấu ngoặc kép trong tệp CSV. Hãy lưu lại tệp.", "The CSV is malformed.");
        }
        return lines;
    }

    private static List<List<String>> workbook(byte[] bytes) {
        mustUnpackToLittle(bytes);
        List<List<String>> lines = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            XSSFSheet sheet = book.getSheetAt(0);
            DataFormatter formatter = new DataFormatter(Locale.ROOT);
            for (Row row : sheet) {
                while (lines.size() <= row.getRowNum() && lines.size() < MOST_ROWS * 4) {
                    lines.add(List.of());
                }
                if (row.getRowNum() >= MOST_ROWS * 4) {
                    break;
                }
                List<String> line = new ArrayList<>();
                for (int i = 0; i < Math.min(row.getLastCellNum(), MOST_COLUMNS); i++) {
                    line.add(text(row.getCell(i), formatter));
                }
                lines.set(row.getRowNum(), line);
            }
        } catch (IOException | RuntimeException e) {
            throw new SheetException(
                    "Không đọc được tệp XLSX. Hãy mở và lưu lại bằng phần mềm bảng tính.", "The workbook is damaged.");
        }
        return lines;
    }

    private static String text(@Nullable Cell cell, DataFormatter formatter) {
        if (cell == null || cell.getCellType() == CellType.FORMULA || cell.getCellType() == CellType.ERROR) {
            return "";
        }
        if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            return Days.written(cell.getLocalDateTimeCellValue().toLocalDate());
        }
        return clean(formatter.formatCellValue(cell));
    }

    private static void mustUnpackToLittle(byte[] bytes) {
        long unpacked = 0;
        byte[] buffer = new byte[8192];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                int read = zip.read(buffer);
                while (read >= 0) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        throw new SheetException(
                                "Tệp XLSX chứa quá nhiều dữ liệu. Hãy chia nhỏ danh sách.",
                                "The workbook holds too much.");
                    }
                    read = zip.read(buffer);
                }
            }
        } catch (IOException e) {
            throw new SheetException(
                    "Không đọc được tệp XLSX. Hãy mở và lưu lại bằng phần mềm bảng tính.", "The workbook is damaged.");
        }
    }
}

package vn.thidua.platform.web.read;

import static org.springframework.http.HttpHeaders.CONTENT_DISPOSITION;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.thidua.platform.sheet.Column;
import vn.thidua.platform.sheet.SheetWriter;

/** Lists answered as workbooks. */
public final class Workbooks {

    public static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Workbooks() {}

    /**
     * A workbook with one sheet, to be kept as a file.
     *
     * @param file name without marks, ends in {@code .xlsx}
     */
    public static <R> ResponseEntity<byte[]> answer(String file, String sheet, List<Column<R>> columns, List<R> rows)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter.xlsx(out, sheet, columns, rows.iterator());
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .body(out.toByteArray());
    }
}

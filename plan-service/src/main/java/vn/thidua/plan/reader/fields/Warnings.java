package vn.thidua.plan.reader.fields;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.plan.reader.PlanProposal.Warning;
import vn.thidua.plan.reader.WarningCode;
import vn.thidua.plan.reader.grammar.Fold;
import vn.thidua.plan.reader.source.IntakeNote;
import vn.thidua.plan.reader.source.Passage;
import vn.thidua.plan.reader.source.SourceDocument;

/** What a person should look at; odd text is named here and stays as it is. */
final class Warnings {
    private final SourceDocument document;
    private final PlanFields fields;
    private final List<Warning> warnings = new ArrayList<>();

    Warnings(SourceDocument document, PlanFields fields) {
        this.document = document;
        this.fields = fields;
    }

    List<Warning> all() {
        intake();
        documents();
        header();
        new TaskWarnings(fields, this::add).check();
        closing();
        return warnings;
    }

    private void add(WarningCode code, String message, Passage at) {
        warnings.add(new Warning(code, message, at.ranges(document.text())));
    }

    private void intake() {
        for (IntakeNote note : document.notes()) {
            switch (note) {
                case OLD_ENCODING_CONVERTED ->
                    add(
                            WarningCode.OLD_ENCODING,
                            "Văn bản dùng bảng mã cũ (TCVN3 hoặc VNI), hệ thống đã chuyển sang Unicode. Hãy đọc lại các dấu"
                                    + " trước khi xác nhận.",
                            Passage.EMPTY);
                case TRACKED_CHANGES ->
                    add(
                            WarningCode.TRACKED_CHANGES,
                            "Tệp còn các sửa đổi đang theo dõi: phần chèn thêm được tính, phần đã xóa thì không. Hãy kiểm tra"
                                    + " đây có phải là bản cuối cùng.",
                            Passage.EMPTY);
                case NOTES_LEFT_OUT ->
                    add(
                            WarningCode.NOTES_LEFT_OUT,
                            "Chú thích cuối trang và bình luận không được đọc. Nếu trong đó có nội dung cần giao việc, hãy"
                                    + " thêm bằng tay.",
                            Passage.EMPTY);
                case PAGES_WITHOUT_TEXT ->
                    add(
                            WarningCode.PAGES_WITHOUT_TEXT,
                            "Một số trang chỉ có hình ảnh nên không đọc được. Hãy xem các trang đó và thêm nội dung còn thiếu.",
                            Passage.EMPTY);
                case MACROS_IGNORED ->
                    add(
                            WarningCode.MACROS_IGNORED,
                            "Tệp có macro; hệ thống không chạy và không đọc macro. Nên lưu lại thành .docx thường.",
                            Passage.EMPTY);
                case PICTURES_NOT_READ ->
                    add(
                            WarningCode.PICTURES_NOT_READ,
                            "Tệp có hình ảnh có thể chứa chữ, phần đó không được đọc. Hãy đối chiếu với bản gốc.",
                            Passage.EMPTY);
            }
        }
    }

    private void documents() {
        if (!fields.zones.isPlan()) {
            add(
                    WarningCode.NOT_A_PLAN,
                    "Không thấy dòng tên loại “KẾ HOẠCH”. Hãy kiểm tra đây có đúng là văn bản kế hoạch.",
                    Passage.EMPTY);
        }
        for (String other : fields.zones.others()) {
            add(
                    WarningCode.OTHER_DOCUMENTS,
                    "Tệp còn có văn bản khác không được đọc: “" + shortened(other)
                            + "”. Nếu cần, hãy tách thành tệp riêng.",
                    Passage.EMPTY);
        }
    }

    private void header() {
        HeaderFields.DocumentNumber number = fields.number;
        if (number == null || number.isBlank()) {
            add(
                    WarningCode.NUMBER_MISSING,
                    "Văn bản chưa có số. Hãy nhập số khi ban hành.",
                    number == null ? Passage.EMPTY : number.words());
        }
        HeaderFields.PlaceAndDate date = fields.placeAndDate;
        if (date.day().isEmpty() || date.month().isEmpty() || date.year().isEmpty()) {
            add(
                    WarningCode.DATE_INCOMPLETE,
                    "Ngày ban hành còn trống hoặc thiếu phần ngày, tháng. Hãy điền khi ban hành.",
                    date.month().isEmpty() ? date.place() : date.month());
        }
        IssuingUnit.Issuer issuer = fields.issuer;
        if (issuer == null) {
            add(
                    WarningCode.ISSUER_MISSING,
                    "Không tìm thấy cơ quan ban hành. Hãy chọn cơ quan ban hành.",
                    Passage.EMPTY);
        } else if (issuer.inferred()) {
            add(
                    WarningCode.ISSUER_INFERRED,
                    "Cơ quan ban hành được suy ra từ nội dung (“" + issuer.name() + "”). Hãy kiểm tra lại.",
                    issuer.at().getFirst());
        }
        if (fields.title.isEmpty() && fields.zones.isPlan()) {
            add(
                    WarningCode.TITLE_MISSING,
                    "Không đọc được trích yếu của kế hoạch. Hãy nhập tên kế hoạch.",
                    Passage.EMPTY);
        }
        if (!Fold.lower(fields.title).contains(String.valueOf(fields.planYear))) {
            add(
                    WarningCode.YEAR_INFERRED,
                    fields.planYear == 0
                            ? "Không xác định được năm của kế hoạch. Hãy nhập năm."
                            : "Tên kế hoạch không nêu năm; năm " + fields.planYear
                                    + " được lấy từ chỗ khác. Hãy kiểm tra.",
                    fields.yearAt);
        }
    }

    private void closing() {
        if (fields.closing.recipients().isEmpty()) {
            add(WarningCode.RECIPIENTS_MISSING, "Không thấy mục “Nơi nhận”. Hãy bổ sung nơi nhận.", Passage.EMPTY);
        }
        if (fields.closing.name() == null) {
            add(
                    WarningCode.SIGNATORY_MISSING,
                    "Không đọc được họ tên người ký. Hãy nhập người ký khi ban hành.",
                    fields.closing.position() == null ? Passage.EMPTY : fields.closing.position());
        }
    }

    private static String shortened(String words) {
        return words.length() <= 120 ? words : words.substring(0, 117) + "...";
    }
}

package vn.thidua.organization.sheet.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.person.Gender;
import vn.thidua.organization.domain.person.PostKind;
import vn.thidua.organization.sheet.Field;
import vn.thidua.organization.sheet.Value;
import vn.thidua.organization.sheet.Wording;
import vn.thidua.organization.sheet.check.RowReport.Outcome;
import vn.thidua.platform.sheet.Days;

/** The rows of people: who is new, who is known, which post each holds. */
final class PersonCheck {
    private static final int NAME_MOST = 100;
    private static final int TITLE_MOST = 200;

    /** A row, read; what was wrong is said in {@code row}. */
    private record Line(
            CheckedRow row,
            String name,
            String citizenId,
            @Nullable LocalDate birth,
            @Nullable Gender gender,
            String title,
            @Nullable PostKind kind,
            @Nullable Node unit,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private final Directory directory;
    private final LocalDate today;
    private final UnaryOperator<String> ids;
    private final List<Line> lines = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    PersonCheck(Directory directory, LocalDate today, UnaryOperator<String> ids) {
        this.directory = directory;
        this.today = today;
        this.ids = ids;
    }

    void add(CheckedRow row) {
        String name = row.required(Field.PERSON_NAME, NAME_MOST);
        if (name.chars().anyMatch(Character::isDigit)) {
            row.error(Field.PERSON_NAME, "Họ và tên có chữ số. Hãy kiểm tra lại.");
        }
        Gender gender = gender(row);
        LocalDate birth = row.day(Field.BIRTH_DATE);
        if (birth != null && birth.isAfter(today)) {
            row.error(Field.BIRTH_DATE, "Ngày sinh sau ngày hôm nay. Hãy kiểm tra lại năm.");
        }
        String citizenId = citizenId(row, birth, gender);
        String title = row.words(Field.TITLE, TITLE_MOST);
        PostKind kind = kind(row, title);
        LocalDate from = row.day(Field.POST_FROM);
        LocalDate to = row.day(Field.POST_TO);
        Node unit = unit(row, from);
        if (from != null && to != null && to.isBefore(from)) {
            row.error(
                    Field.POST_TO,
                    "Đến ngày (" + Days.written(to) + ") trước Từ ngày (" + Days.written(from)
                            + "). Hãy sửa lại một trong hai ngày.");
        }
        if (!title.isEmpty() && from == null && row.row().cell(Field.POST_FROM).isEmpty()) {
            row.error(Field.POST_FROM, "Ô \"Từ ngày\" còn trống. Hãy ghi ngày bắt đầu giữ chức vụ.");
        }
        if (title.isEmpty()) {
            row.note(Field.TITLE, "Không có chức vụ: chỉ ghi người này vào đơn vị.");
        } else if (unit != null && from != null && !row.failed()) {
            mustBeThere(row, unit, from, to, kind);
        }
        lines.add(new Line(row, name, citizenId, birth, gender, title, kind, unit, from, to));
    }

    private static @Nullable Gender gender(CheckedRow row) {
        String words = row.words(Field.GENDER, 50);
        Optional<Gender> gender = Vocabulary.gender(words);
        if (gender.isEmpty() && !words.isEmpty()) {
            row.error(
                    Field.GENDER, "Không hiểu giới tính \"" + CheckedRow.shortened(words) + "\". Hãy ghi Nam hoặc Nữ.");
        }
        return gender.orElse(null);
    }

    private static String citizenId(CheckedRow row, @Nullable LocalDate birth, @Nullable Gender gender) {
        if (row.required(Field.CITIZEN_ID, 100).isEmpty()) {
            return "";
        }
        Value value = row.row().cell(Field.CITIZEN_ID).orElseThrow();
        CitizenNumber.Read read = CitizenNumber.read(value);
        Optional<String> fault = CitizenNumber.fault(read.digits());
        if (fault.isPresent()) {
            row.error(Field.CITIZEN_ID, fault.get());
            return "";
        }
        if (read.mended()) {
            row.note(Field.CITIZEN_ID, "Bảng tính đã làm mất số 0 ở đầu số CCCD, hệ thống thêm lại.");
        }
        CitizenNumber.doubt(read.digits(), birth, gender).ifPresent(doubt -> row.note(Field.CITIZEN_ID, doubt));
        return read.digits();
    }

    private static @Nullable PostKind kind(CheckedRow row, String title) {
        String words = row.words(Field.CLASS, 200);
        Optional<PostKind> kind = Vocabulary.postKind(words);
        if (kind.isEmpty() && !words.isEmpty()) {
            row.error(
                    Field.CLASS,
                    "Không hiểu loại \"" + CheckedRow.shortened(words)
                            + "\". Hãy ghi Cán bộ, Công chức, Người hoạt động không chuyên trách hoặc Trưởng thôn.");
        } else if (kind.isEmpty() && Vocabulary.isHead(title)) {
            return PostKind.VILLAGE_HEAD;
        } else if (kind.isEmpty() && !title.isEmpty()) {
            row.error(
                    Field.CLASS,
                    "Chưa ghi loại. Hãy ghi Cán bộ, Công chức, Người hoạt động không chuyên trách hoặc Trưởng thôn.");
        }
        return kind.orElse(null);
    }

    private @Nullable Node unit(CheckedRow row, @Nullable LocalDate from) {
        String code = row.words(Field.CODE_OF_UNIT, 200);
        String words = row.words(Field.UNIT, 600);
        Field field = code.isEmpty() ? Field.UNIT : Field.CODE_OF_UNIT;
        if (code.isEmpty() && words.isEmpty()) {
            row.error(Field.UNIT, "Ô \"Đơn vị\" còn trống. Hãy ghi mã hoặc tên đơn vị.");
            return null;
        }
        Directory.Found found = directory.find(code.isEmpty() ? words : code, from, row.words(Field.UNIT_ABOVE, 600));
        if (found.node() == null) {
            row.error(field, found.message());
        }
        return found.node();
    }

    private static void mustBeThere(
            CheckedRow row, Node unit, LocalDate from, @Nullable LocalDate to, @Nullable PostKind kind) {
        Optional<String> absent = Directory.absent(unit, from);
        LocalDate until = unit.until;
        if (absent.isPresent()) {
            row.error(Field.POST_FROM, "Đơn vị " + absent.get() + " Hãy sửa ngày hoặc chọn đơn vị khác.");
        } else if (until != null && (to == null || to.isAfter(until)) && unit.successor == null) {
            row.error(
                    Field.POST_TO,
                    "Đơn vị " + unit.described() + " chỉ tồn tại đến ngày " + Days.written(until)
                            + ". Hãy ghi Đến ngày không muộn hơn, và thêm một dòng cho chức vụ ở đơn vị mới.");
        } else if (kind == PostKind.VILLAGE_HEAD && !UnitCheck.isVillage(unit)) {
            row.error(
                    Field.UNIT,
                    "Trưởng thôn, tổ trưởng tổ dân phố chỉ giữ chức vụ tại thôn, tổ dân phố. Hãy ghi tên thôn.");
        }
    }

    /** @param known people by citizen id */
    void match(Map<String, KnownTree.KnownPerson> known) {
        Map<String, List<Line>> byNumber = new LinkedHashMap<>();
        for (Line line : lines) {
            if (!line.citizenId().isEmpty()) {
                byNumber.computeIfAbsent(line.citizenId(), number -> new ArrayList<>())
                        .add(line);
            }
        }
        byNumber.forEach((number, group) -> person(number, group, known.get(number)));
    }

    Set<String> numbers() {
        Map<String, Boolean> numbers = new HashMap<>();
        lines.forEach(line -> numbers.put(line.citizenId(), true));
        numbers.remove("");
        return Set.copyOf(numbers.keySet());
    }

    private void person(String number, List<Line> group, KnownTree.@Nullable KnownPerson known) {
        Line first = group.getFirst();
        String id = known == null ? ids.apply("person " + number) : known.id();
        if (known != null) {
            group.forEach(line -> line.row().leadsTo(Outcome.KNOWN_PERSON));
        } else {
            first.row().leadsTo(Outcome.NEW_PERSON);
            Node unit = home(group);
            if (unit != null) {
                steps.add(new Step.NewPerson(id, unit.id, first.name(), number, first.gender(), year(group)));
            }
        }
        for (Line line : group.subList(1, group.size())) {
            sameHuman(first, line);
            if (known == null) {
                line.row().leadsTo(Outcome.SAME_PERSON);
            }
        }
        List<Line> held = new ArrayList<>();
        for (Line line : group) {
            if (!line.title().isEmpty() && !line.row().failed()) {
                post(id, line, held, known == null ? List.of() : known.posts());
                held.add(line);
            } else if (known != null && !line.row().failed()) {
                line.row().leadsTo(Outcome.NOTHING);
            }
        }
    }

    /** The unit that keeps the record: one that stands today, if there is any. */
    private @Nullable Node home(List<Line> group) {
        Node home = null;
        for (Line line : group) {
            Node unit = line.unit();
            if (unit != null && (home == null || home.endsBefore(today) && !unit.endsBefore(today))) {
                home = unit;
            }
        }
        return home;
    }

    private static @Nullable Integer year(List<Line> group) {
        for (Line line : group) {
            if (line.birth() != null) {
                return line.birth().getYear();
            }
        }
        return null;
    }

    private static void sameHuman(Line first, Line line) {
        String place = first.row().row().place();
        if (!Wording.key(first.name()).equals(Wording.key(line.name()))) {
            line.row()
                    .error(
                            Field.CITIZEN_ID,
                            "Số CCCD trùng với " + place + " nhưng họ tên khác. Hãy kiểm tra lại số hoặc họ tên.");
        } else if (first.birth() != null
                && line.birth() != null
                && !first.birth().equals(line.birth())) {
            line.row().error(Field.BIRTH_DATE, "Ngày sinh khác với " + place + " của cùng người. Hãy kiểm tra lại.");
        } else if (first.gender() != null && line.gender() != null && first.gender() != line.gender()) {
            line.row().error(Field.GENDER, "Giới tính khác với " + place + " của cùng người. Hãy kiểm tra lại.");
        }
    }

    private void post(String person, Line line, List<Line> held, List<KnownTree.KnownPost> known) {
        Node unit = line.unit();
        LocalDate from = line.from();
        PostKind kind = line.kind();
        if (unit == null || from == null || kind == null) {
            return;
        }
        for (Line other : held) {
            LocalDate otherFrom = other.from();
            if (other.unit() == unit
                    && other.title().equalsIgnoreCase(line.title())
                    && otherFrom != null
                    && overlap(otherFrom, other.to(), from, line.to())) {
                line.row()
                        .error(
                                Field.TITLE,
                                "Người này đã có chức vụ đó tại đơn vị trong thời gian trùng nhau ở "
                                        + other.row().row().place() + ". Hãy bỏ một dòng hoặc sửa ngày.");
                return;
            }
        }
        for (KnownTree.KnownPost other : known) {
            if (other.unit().equals(unit.id) && other.title().equalsIgnoreCase(line.title())) {
                if (other.from().equals(from) && Objects.equals(other.until(), line.to())) {
                    line.row().leadsTo(Outcome.NOTHING);
                    return;
                }
                if (overlap(other.from(), other.until(), from, line.to())) {
                    line.row()
                            .error(
                                    Field.POST_FROM,
                                    "Người này đã giữ chức vụ đó tại đơn vị từ " + Days.written(other.from())
                                            + ". Hãy sửa lại ngày cho khớp, hoặc bỏ dòng này.");
                    return;
                }
            }
        }
        line.row().leadsTo(Outcome.POST);
        String key = "post " + line.citizenId() + " " + unit.id + " " + Wording.key(line.title()) + " " + from;
        steps.add(new Step.Post(ids.apply(key), person, unit.id, line.title(), kind, from, line.to()));
    }

    private static boolean overlap(LocalDate from, @Nullable LocalDate to, LocalDate from2, @Nullable LocalDate to2) {
        return (to == null || !to.isBefore(from2)) && (to2 == null || !to2.isBefore(from));
    }

    /** Each person, then the posts of that person. */
    List<Step> steps() {
        return steps;
    }
}

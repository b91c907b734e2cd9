package vn.thidua.organization.sheet.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.unit.UnitKind;
import vn.thidua.organization.sheet.Field;
import vn.thidua.organization.sheet.Wording;
import vn.thidua.platform.sheet.Days;

/** From rows to units: rows with one code are one unit through time, and may be one that is known. */
final class UnitRows {
    private static final int NAME_MOST = 300;
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,39}");

    private final Map<String, Node> known = new LinkedHashMap<>();
    private final Map<String, List<Node>> knownByCode = new HashMap<>();
    private final Map<String, List<Node>> knownByName = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<UnitLine> lines = new ArrayList<>();
    private final UnaryOperator<String> ids;

    UnitRows(List<KnownTree.KnownUnit> units, UnaryOperator<String> ids) {
        this.ids = ids;
        for (KnownTree.KnownUnit unit : units) {
            Node node = new Node(unit.id(), unit, unit.code(), unit.kind(), unit.from());
            node.until = unit.until();
            node.names.addAll(unit.names());
            known.put(unit.id(), node);
            knownByCode
                    .computeIfAbsent(upper(unit.code()), code -> new ArrayList<>())
                    .add(node);
            for (String name : unit.names()) {
                knownByName
                        .computeIfAbsent(Vocabulary.withoutCommittee(name), key -> new ArrayList<>())
                        .add(node);
            }
            nodes.add(node);
        }
        for (Node node : known.values()) {
            KnownTree.KnownUnit unit = node.known;
            if (unit != null) {
                link(node, unit);
            }
        }
    }

    private void link(Node node, KnownTree.KnownUnit unit) {
        Node parent = unit.parent() == null ? null : known.get(unit.parent());
        if (parent != null) {
            node.parents.add(parent);
        }
        node.successor = unit.successor() == null ? null : known.get(unit.successor());
    }

    private static String upper(String code) {
        return code.toUpperCase(Locale.ROOT);
    }

    List<Node> nodes() {
        return nodes;
    }

    List<UnitLine> lines() {
        return lines;
    }

    void add(CheckedRow row) {
        String code = row.words(Field.UNIT_CODE, 200);
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            row.error(
                    Field.UNIT_CODE,
                    "Mã đơn vị chỉ gồm chữ không dấu, chữ số và các dấu . - _ (tối đa 40 ký tự). Hãy sửa lại mã.");
            code = "";
        }
        String name = row.required(Field.UNIT_NAME, NAME_MOST);
        String parent = row.words(Field.UNIT_PARENT, 600);
        String successor = row.words(Field.UNIT_SUCCESSOR, 600);
        LocalDate from = row.day(Field.UNIT_FROM);
        LocalDate to = row.day(Field.UNIT_TO);
        if (from != null && to != null && to.isBefore(from)) {
            row.error(
                    Field.UNIT_TO,
                    "Hiệu lực đến (" + Days.written(to) + ") trước Hiệu lực từ (" + Days.written(from)
                            + "). Hãy sửa lại một trong hai ngày.");
        }
        if (!successor.isEmpty() && to == null && !row.failed()) {
            row.error(Field.UNIT_TO, "Đơn vị sáp nhập vào đơn vị khác thì phải ghi Hiệu lực đến (ngày cuối cùng).");
        }
        lines.add(new UnitLine(row, code, name, kind(row, name, parent.isEmpty()), parent, successor, from, to));
    }

    private static @Nullable UnitKind kind(CheckedRow row, String name, boolean top) {
        String words = row.words(Field.UNIT_KIND, 200);
        if (words.isEmpty()) {
            Optional<UnitKind> said = Vocabulary.kindInName(name, top);
            if (said.isEmpty() && !name.isEmpty()) {
                row.error(
                        Field.UNIT_KIND,
                        "Chưa ghi loại đơn vị và tên không cho biết. Hãy ghi Tỉnh, Huyện, Xã, Thôn hoặc Cơ quan.");
            }
            return said.orElse(null);
        }
        Optional<UnitKind> kind = Vocabulary.unitKind(words, top);
        if (kind.isEmpty()) {
            row.error(
                    Field.UNIT_KIND,
                    "Không hiểu loại đơn vị \"" + CheckedRow.shortened(words)
                            + "\". Hãy ghi Tỉnh, Huyện, Xã, Phường, Thôn, Tổ dân phố hoặc Cơ quan.");
        }
        return kind.orElse(null);
    }

    /** Puts the rows of one unit together, in order of days. */
    void group() {
        Map<String, List<UnitLine>> groups = new LinkedHashMap<>();
        for (UnitLine line : lines) {
            String key = line.code.isEmpty()
                    ? "name " + Wording.key(line.name) + " in " + Wording.key(line.parentWords)
                    : "code " + upper(line.code);
            groups.computeIfAbsent(key, each -> new ArrayList<>()).add(line);
        }
        groups.forEach(this::unit);
    }

    private void unit(String key, List<UnitLine> group) {
        group.sort(Comparator.comparing(line -> line.from == null ? LocalDate.MIN : line.from));
        mustFollowEachOther(group);
        UnitLine first = group.getFirst();
        Node node = match(first);
        if (node == null) {
            node = new Node(
                    ids.apply("unit " + key),
                    null,
                    first.code,
                    first.kind == null ? UnitKind.BODY : first.kind,
                    first.from == null ? LocalDate.MIN : first.from);
            nodes.add(node);
            for (UnitLine line : group) {
                if (line.from == null && !line.row.failed()) {
                    line.row.error(Field.UNIT_FROM, "Ô \"Hiệu lực từ\" còn trống. Hãy ghi ngày đơn vị bắt đầu.");
                }
            }
        }
        for (UnitLine line : group) {
            node.lines.add(line);
            if (node.names.isEmpty() || !Wording.key(node.names.getLast()).equals(Wording.key(line.name))) {
                node.names.add(line.name);
            }
            if (line.kind != null && line.kind != node.kind) {
                line.row.error(
                        Field.UNIT_KIND,
                        "Đơn vị mã " + node.code + " là " + node.kind.vietnamese() + ", không đổi thành "
                                + line.kind.vietnamese() + " được. Hãy dùng mã khác nếu là đơn vị khác.");
            }
        }
        LocalDate to = group.getLast().to;
        if (to != null && node.until != null && !to.equals(node.until)) {
            group.getLast()
                    .row
                    .error(
                            Field.UNIT_TO,
                            "Đơn vị này đã ghi nhận kết thúc ngày " + Days.written(node.until)
                                    + ". Hãy sửa lại ngày cho khớp.");
        } else if (to != null) {
            node.until = to;
        }
    }

    private static void mustFollowEachOther(List<UnitLine> group) {
        for (int i = 1; i < group.size(); i++) {
            UnitLine before = group.get(i - 1);
            UnitLine line = group.get(i);
            String other = before.row.row().place();
            LocalDate to = before.to;
            LocalDate from = line.from;
            if (to == null || from == null || !from.isAfter(to)) {
                line.row.error(
                        line.code.isEmpty() ? Field.UNIT_NAME : Field.UNIT_CODE,
                        (line.code.isEmpty() ? "Đơn vị" : "Mã \"" + line.code + "\"") + " trùng với " + other
                                + ". Mỗi đơn vị một mã; nếu là cùng đơn vị ở hai giai đoạn thì dòng trước ghi Hiệu lực"
                                + " đến, dòng sau ghi Hiệu lực từ ngày hôm sau.");
            } else if (!from.equals(to.plusDays(1))) {
                line.row.error(
                        Field.UNIT_FROM,
                        "Giai đoạn này không nối liền " + other + ": phải bắt đầu từ " + Days.written(to.plusDays(1))
                                + ". Nếu là đơn vị khác, hãy dùng mã khác.");
            }
        }
    }

    private @Nullable Node match(UnitLine line) {
        List<Node> candidates = line.code.isEmpty()
                ? knownByName.getOrDefault(Vocabulary.withoutCommittee(line.name), List.of()).stream()
                        .filter(node -> standsUnder(node, line.parentWords))
                        .toList()
                : knownByCode.getOrDefault(upper(line.code), List.of());
        return candidates.stream()
                .filter(node -> line.from == null || !node.endsBefore(line.from))
                .findFirst()
                .orElse(null);
    }

    private static boolean standsUnder(Node node, String words) {
        if (node.parents.isEmpty() || words.isEmpty()) {
            return node.parents.isEmpty() && words.isEmpty();
        }
        Node parent = node.parents.getFirst();
        String key = Vocabulary.withoutCommittee(words);
        return parent.code.equalsIgnoreCase(words)
                || parent.names.stream()
                        .anyMatch(name -> Vocabulary.withoutCommittee(name).equals(key));
    }
}

package vn.thidua.organization.sheet.check;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.unit.TierChain;
import vn.thidua.organization.domain.unit.UnitKind;
import vn.thidua.organization.sheet.Field;
import vn.thidua.organization.sheet.Wording;
import vn.thidua.platform.sheet.Days;

/** The rows of units against each other and the tree: who stands where, follows whom, and whether that can be. */
final class UnitCheck {
    /** Units without a code of their own below each other. */
    private static final int DEEPEST = 20;

    private final UnitRows rows;
    private final TierChain chain;
    private final Directory directory = new Directory();
    private final Set<String> codes = new HashSet<>();

    UnitCheck(UnitRows rows, TierChain chain) {
        this.rows = rows;
        this.chain = chain;
    }

    Directory directory() {
        return directory;
    }

    void check() {
        rows.nodes().forEach(directory::add);
        rows.nodes().forEach(node -> codes.add(node.code.toUpperCase(Locale.ROOT)));
        for (Node node : rows.nodes()) {
            node.lines.forEach(line -> resolve(node, line));
        }
        for (Node node : rows.nodes()) {
            if (!node.lines.isEmpty()) {
                node.lines.forEach(line -> checkParent(node, line));
                checkEnd(node);
            }
        }
        rows.nodes().forEach(this::nobodyIsLeftBehind);
        circles();
        for (Node node : rows.nodes()) {
            if (!node.lines.isEmpty() && node.known == null && node.code.isEmpty()) {
                giveCode(node, 0);
            }
        }
    }

    private void resolve(Node node, UnitLine line) {
        if (!line.parentWords.isEmpty()) {
            Directory.Found found = directory.find(line.parentWords, line.from, "");
            line.parent = found.node();
            if (found.node() == null) {
                line.row.error(Field.UNIT_PARENT, found.message());
            } else if (found.node() == node) {
                line.row.error(Field.UNIT_PARENT, "Đơn vị không thể thuộc chính nó. Hãy sửa lại đơn vị cấp trên.");
            } else if (!node.parents.contains(found.node())) {
                node.parents.add(found.node());
            }
        }
        LocalDate to = line.to;
        if (!line.successorWords.isEmpty() && to != null) {
            Directory.Found found = directory.find(line.successorWords, to.plusDays(1), "");
            if (found.node() == null) {
                line.row.error(Field.UNIT_SUCCESSOR, found.message());
            } else if (found.node() != node) {
                line.successor = found.node();
                if (line == node.lines.getLast()) {
                    node.successor = found.node();
                } else {
                    line.row.error(
                            Field.UNIT_SUCCESSOR,
                            "Mã này còn dòng sau ngày sáp nhập. Đơn vị đã sáp nhập thì không có giai đoạn sau.");
                }
            }
        }
    }

    private void checkParent(Node node, UnitLine line) {
        LocalDate from = line.from == null ? node.from : line.from;
        Node parent = line.parent;
        if (line.row.failed()) {
            return;
        }
        boolean first = line == node.lines.getFirst();
        if (parent == null) {
            if (!line.parentWords.isEmpty()) {
                return;
            }
            if (!chain.mayStandAlone(node.kind, from)) {
                line.row.error(
                        Field.UNIT_PARENT,
                        "Vào ngày " + Days.written(from) + ", đơn vị " + node.kind.vietnamese()
                                + " phải có đơn vị cấp trên. Hãy ghi mã hoặc tên đơn vị cấp trên.");
            } else if (!first || node.known != null && !node.parents.isEmpty()) {
                line.row.error(
                        Field.UNIT_PARENT, "Ô đơn vị cấp trên còn trống mà đơn vị đang có cấp trên. Hãy ghi lại.");
            }
            return;
        }
        if (node.known != null && Objects.equals(parent.id, node.known.parent())) {
            return;
        }
        Directory.absent(parent, from)
                .ifPresent(why -> line.row.error(
                        Field.UNIT_PARENT, "Đơn vị cấp trên " + why + " Hãy sửa ngày hoặc đơn vị cấp trên."));
        if (line.row.failed()) {
            return;
        }
        if (!chain.mayStandUnder(node.kind, parent.kind, from)) {
            line.row.error(
                    Field.UNIT_PARENT,
                    "Vào ngày " + Days.written(from) + ", đơn vị " + node.kind.vietnamese() + " không thể thuộc đơn vị "
                            + parent.kind.vietnamese() + ". Hãy chọn đơn vị cấp trên khác.");
            return;
        }
        LocalDate parentEnd = parent.until;
        boolean follows = line == node.lines.getLast() && mergesNow(parent);
        if (parentEnd != null && (line.to == null || parentEnd.isBefore(line.to)) && !follows) {
            line.row.error(
                    Field.UNIT_PARENT,
                    "Đơn vị cấp trên " + parent.described() + " chỉ tồn tại đến ngày " + Days.written(parentEnd)
                            + ". Hãy ghi Hiệu lực đến " + Days.written(parentEnd)
                            + " và thêm một dòng cùng mã từ " + Days.written(parentEnd.plusDays(1))
                            + " với đơn vị cấp trên mới.");
        }
    }

    /** Whether this file merges it into another: what is below goes along. */
    static boolean mergesNow(Node node) {
        return node.successor != null && !node.lines.isEmpty() && endsNow(node);
    }

    static boolean endsNow(Node node) {
        return node.until != null
                && !node.lines.isEmpty()
                && node.lines.getLast().to != null
                && (node.known == null || node.known.until() == null);
    }

    private static void checkEnd(Node node) {
        UnitLine last = node.lines.getLast();
        Node into = last.successor;
        LocalDate to = last.to;
        if (into == null || to == null || last.row.failed()) {
            return;
        }
        Directory.absent(into, to.plusDays(1))
                .ifPresent(why -> last.row.error(
                        Field.UNIT_SUCCESSOR,
                        "Sáp nhập từ ngày " + Days.written(to.plusDays(1)) + " nhưng đơn vị mới " + why
                                + " Hãy sửa lại ngày."));
        if (into.kind != node.kind) {
            last.row.error(
                    Field.UNIT_SUCCESSOR,
                    "Đơn vị " + node.kind.vietnamese() + " không sáp nhập vào đơn vị " + into.kind.vietnamese()
                            + " được. Hãy chọn đơn vị cùng cấp.");
        }
    }

    /** A unit that stood before and is to end must not leave any that the file says nothing about. */
    private void nobodyIsLeftBehind(Node child) {
        KnownTree.KnownUnit known = child.known;
        if (known == null || known.until() != null || child.parents.isEmpty()) {
            return;
        }
        Node parent = child.parents.getLast();
        LocalDate until = parent.until;
        if (endsNow(parent) && !mergesNow(parent) && until != null && !child.endsBefore(until.plusDays(1))) {
            parent.lines
                    .getLast()
                    .row
                    .error(
                            Field.UNIT_TO,
                            "Sau ngày này đơn vị " + child.described()
                                    + " không còn đơn vị cấp trên. Hãy thêm dòng cho biết nó chuyển về đâu hoặc kết thúc"
                                    + " ngày nào.");
        }
    }

    /** The parents that a unit will have after the file; those it had before no longer matter. */
    private static List<Node> parentsToBe(Node node) {
        if (node.known == null) {
            return node.parents;
        }
        return node.parents.isEmpty() ? List.of() : List.of(node.parents.getLast());
    }

    private void circles() {
        Map<Node, Integer> waiting = new HashMap<>();
        Map<Node, List<Node>> below = new HashMap<>();
        Deque<Node> free = new ArrayDeque<>();
        for (Node node : rows.nodes()) {
            List<Node> parents = parentsToBe(node);
            parents.forEach(parent ->
                    below.computeIfAbsent(parent, each -> new ArrayList<>()).add(node));
            waiting.put(node, parents.size());
            if (parents.isEmpty()) {
                free.add(node);
            }
        }
        while (!free.isEmpty()) {
            Node node = free.remove();
            waiting.remove(node);
            for (Node child : below.getOrDefault(node, List.of())) {
                if (waiting.merge(child, -1, Integer::sum) == 0) {
                    free.add(child);
                }
            }
        }
        Set<Node> left = new HashSet<>(waiting.keySet());
        boolean smaller = true;
        // what only stands below a circle is not part of it
        while (smaller) {
            smaller = left.removeIf(
                    node -> below.getOrDefault(node, List.of()).stream().noneMatch(left::contains));
        }
        for (Node node : left) {
            node.lines.forEach(line -> line.row.error(
                    Field.UNIT_PARENT,
                    "Các đơn vị thuộc lẫn nhau thành vòng: " + circle(node) + ". Hãy sửa lại đơn vị cấp trên."));
        }
    }

    private static String circle(Node start) {
        StringBuilder out = new StringBuilder("\"" + start.name() + "\"");
        Set<Node> seen = new HashSet<>();
        Node at = start;
        while (seen.add(at) && seen.size() < 6 && !at.parents.isEmpty()) {
            at = at.parents.getLast();
            out.append(" → \"").append(at.name()).append('"');
        }
        return out.toString();
    }

    /** Villages have no official code; one of ours is made of the parent's and the name. */
    private void giveCode(Node node, int depth) {
        Node parent = node.parents.isEmpty() ? null : node.parents.getFirst();
        if (parent != null && parent.code.isEmpty() && depth < DEEPEST) {
            giveCode(parent, depth + 1);
        }
        if (!node.code.isEmpty() || node.lines.isEmpty()) {
            return;
        }
        String prefix = parent == null || parent.code.isEmpty() || parent.code.length() > 24 ? "" : parent.code + ".";
        String slug = slug(node.names.getFirst());
        String base = prefix + slug.substring(0, Math.min(slug.length(), 34 - prefix.length()));
        String code = base;
        for (int i = 2; !codes.add(code.toUpperCase(Locale.ROOT)); i++) {
            code = base + "-" + i;
        }
        node.code = code;
        node.lines.getFirst().row.note(Field.UNIT_CODE, "Chưa có mã, hệ thống đặt mã " + code + ".");
    }

    private static String slug(String name) {
        String slug = Normalizer.normalize(Wording.bare(name), Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "")
                .toUpperCase(Locale.ROOT);
        return slug.isEmpty() ? "DV" : slug;
    }

    static boolean isVillage(@Nullable Node node) {
        return node != null && node.kind == UnitKind.VILLAGE;
    }
}

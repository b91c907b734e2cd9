package vn.thidua.organization.sheet.check;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.sheet.Field;
import vn.thidua.organization.sheet.Wording;
import vn.thidua.organization.sheet.check.RowReport.Outcome;
import vn.thidua.platform.sheet.Days;

/** What is to be done for the units of a file, in an order in which each step finds what it needs. */
final class UnitSteps {
    private record Union(Node into, LocalDate from) {}

    private final List<Step> established = new ArrayList<>();
    private final List<Step> changed = new ArrayList<>();
    private final Map<Union, List<String>> unions = new LinkedHashMap<>();
    private final List<Node> ended = new ArrayList<>();
    private final boolean mergers;
    private boolean undoable = true;

    private UnitSteps(boolean mergers) {
        this.mergers = mergers;
    }

    record Done(List<Step> steps, boolean undoable) {}

    static Done of(List<Node> nodes) {
        UnitSteps steps = new UnitSteps(nodes.stream().anyMatch(UnitCheck::mergesNow));
        for (Node node : parentsFirst(nodes)) {
            if (!node.lines.isEmpty()) {
                steps.add(node);
            }
        }
        return new Done(steps.inOrder(), steps.undoable);
    }

    /** New units with their new parents before them; what is in a circle is left out, it has an error. */
    private static List<Node> parentsFirst(List<Node> nodes) {
        Map<Node, Integer> waiting = new HashMap<>();
        Map<Node, List<Node>> below = new HashMap<>();
        Deque<Node> free = new ArrayDeque<>();
        List<Node> ordered = new ArrayList<>();
        for (Node node : nodes) {
            List<Node> parents = node.known != null
                    ? List.of()
                    : node.parents.stream().filter(p -> p.known == null).toList();
            parents.forEach(parent ->
                    below.computeIfAbsent(parent, each -> new ArrayList<>()).add(node));
            waiting.put(node, parents.size());
            if (parents.isEmpty()) {
                free.add(node);
            }
        }
        while (!free.isEmpty()) {
            Node node = free.remove();
            ordered.add(node);
            for (Node child : below.getOrDefault(node, List.of())) {
                if (waiting.merge(child, -1, Integer::sum) == 0) {
                    free.add(child);
                }
            }
        }
        return ordered;
    }

    private void add(Node node) {
        if (node.known == null) {
            establish(node);
        } else {
            change(node, node.known);
        }
        if (!UnitCheck.endsNow(node)) {
            return;
        }
        UnitLine last = node.lines.getLast();
        LocalDate until = Objects.requireNonNull(node.until, "a unit that ends has a last day");
        if (node.successor != null) {
            unions.computeIfAbsent(new Union(node.successor, until.plusDays(1)), each -> new ArrayList<>())
                    .add(node.id);
            last.row.leadsTo(Outcome.MERGER);
            undoable = false;
        } else if (node.known != null || mergers) {
            ended.add(node);
            last.row.leadsTo(Outcome.END);
            undoable = false;
        } else {
            last.row.leadsTo(Outcome.END);
        }
    }

    private void establish(Node node) {
        UnitLine first = node.lines.getFirst();
        List<Step.Place> later = new ArrayList<>();
        first.row.leadsTo(Outcome.NEW_UNIT);
        Node parent = first.parent;
        String name = first.name;
        for (UnitLine line : node.lines.subList(1, node.lines.size())) {
            LocalDate from = line.from;
            if (from == null) {
                continue;
            }
            if (line.parent != null && line.parent != parent) {
                later.add(new Step.Place(line.parent.id, from));
                parent = line.parent;
                line.row.leadsTo(Outcome.MOVE);
            }
            if (!line.name.equals(name)) {
                changed.add(new Step.Rename(node.id, line.name, from));
                name = line.name;
                line.row.leadsTo(Outcome.RENAME);
            }
        }
        boolean endsByStep = UnitCheck.endsNow(node) && (node.successor != null || mergers);
        established.add(new Step.NewUnit(
                node.id,
                node.kind,
                node.code,
                first.name,
                first.parent == null ? null : first.parent.id,
                node.from,
                endsByStep ? null : node.until,
                later));
    }

    private void change(Node node, KnownTree.KnownUnit known) {
        for (UnitLine line : node.lines.subList(0, node.lines.size() - 1)) {
            line.row.leadsTo(Outcome.NOTHING);
        }
        UnitLine line = node.lines.getLast();
        LocalDate from = line.from;
        LocalDate change = from != null && from.isAfter(known.from()) ? from : null;
        String name = known.names().isEmpty() ? "" : known.names().getLast();
        boolean renamed = !Wording.key(line.name).equals(Wording.key(name));
        boolean moved = line.parent != null && !line.parent.id.equals(known.parent());
        if (known.until() != null && (renamed || moved)) {
            line.row.error(
                    null, "Đơn vị này đã kết thúc ngày " + Days.written(known.until()) + ", không thay đổi được nữa.");
            return;
        }
        if (renamed && change != null) {
            changed.add(new Step.Rename(node.id, line.name, change));
            line.row.leadsTo(Outcome.RENAME);
        } else if (renamed) {
            line.row.error(
                    Field.UNIT_NAME,
                    "Mã " + known.code() + " đang là \"" + name
                            + "\". Nếu đổi tên, hãy ghi ngày đổi tên vào Hiệu lực từ; nếu là đơn vị khác, hãy dùng mã khác.");
        }
        if (moved && change != null) {
            changed.add(new Step.Move(node.id, id(line.parent), change));
            line.row.leadsTo(Outcome.MOVE);
        } else if (moved) {
            line.row.error(
                    Field.UNIT_PARENT,
                    "Đơn vị đang thuộc đơn vị khác. Nếu chuyển, hãy ghi ngày chuyển vào Hiệu lực từ.");
        }
        if (renamed || moved) {
            undoable = false;
        } else if (!UnitCheck.endsNow(node)) {
            line.row.leadsTo(Outcome.NOTHING);
        }
    }

    private static String id(@Nullable Node node) {
        return Objects.requireNonNull(node, "the parent it moves to").id;
    }

    private List<Step> inOrder() {
        List<Step> steps = new ArrayList<>(established);
        steps.addAll(changed);
        unions.entrySet().stream()
                .sorted(Comparator.comparing(union -> union.getKey().from()))
                .forEach(union -> steps.add(new Step.Merge(
                        union.getKey().into().id,
                        union.getValue(),
                        union.getKey().from())));
        // what is below ends before what is above; units stand parents first here
        for (Node node : ended.reversed()) {
            steps.add(new Step.End(node.id, Objects.requireNonNull(node.until).plusDays(1)));
        }
        return steps;
    }
}

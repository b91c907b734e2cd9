package vn.thidua.organization.api;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.organization.domain.unit.UnitKind;
import vn.thidua.organization.view.groups.GroupsQueries;
import vn.thidua.organization.view.groups.GroupsQueries.GroupRow;
import vn.thidua.organization.view.people.PeopleQueries;
import vn.thidua.organization.view.units.Forest;
import vn.thidua.organization.view.units.UnitRow;
import vn.thidua.organization.view.units.UnitsQueries;
import vn.thidua.platform.security.Access;
import vn.thidua.platform.security.ReadAccess;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.sheet.Column;
import vn.thidua.platform.text.Text;
import vn.thidua.platform.web.read.Answers;
import vn.thidua.platform.web.read.Page;
import vn.thidua.platform.web.read.PageRequest;
import vn.thidua.platform.web.read.Workbooks;

/** Units as of a day: one, those below, the whole tree. Without {@code asOf} it is today. */
@RestController
@RequestMapping("/api/v1/organization")
class UnitsApi {

    private final UnitsQueries units;
    private final PeopleQueries people;
    private final GroupsQueries groups;

    UnitsApi(UnitsQueries units, PeopleQueries people, GroupsQueries groups) {
        this.units = units;
        this.people = people;
        this.groups = groups;
    }

    /** All units of a day within reach, or those at and below one. */
    @GetMapping("/tree")
    @ReadAccess(relation = Relation.NAMED_UNIT)
    UnitAnswers.Tree tree(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String root,
            Scope scope) {
        LocalDate day = asOf == null ? scope.today() : asOf;
        return new UnitAnswers.Tree(day, nodes(units.shown(), day, root, scope));
    }

    /** The same as a workbook. */
    @GetMapping("/tree.xlsx")
    @ReadAccess(relation = Relation.NAMED_UNIT)
    ResponseEntity<byte[]> treeAsSheet(
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String root,
            Scope scope)
            throws IOException {
        LocalDate day = asOf == null ? scope.today() : asOf;
        Forest forest = units.shown();
        List<Column<UnitAnswers.Node>> columns = List.of(
                new Column<>("Mã", Column.Type.TEXT, 14, UnitAnswers.Node::code),
                new Column<>("Tên đơn vị", Column.Type.TEXT, 44, UnitAnswers.Node::name),
                new Column<>("Cấp", Column.Type.TEXT, 18, node -> node.kind().vietnamese()),
                new Column<>("Trực thuộc", Column.Type.TEXT, 44, node -> parentName(forest, node, day)));
        return Workbooks.answer("don-vi-" + day + ".xlsx", "Đơn vị", columns, nodes(forest, day, root, scope));
    }

    private static @Nullable String parentName(Forest forest, UnitAnswers.Node node, LocalDate day) {
        UnitAnswers.UnitRef parent = UnitAnswers.ref(forest, node.parent(), day);
        return parent == null ? null : parent.name();
    }

    private static List<UnitAnswers.Node> nodes(Forest forest, LocalDate day, @Nullable String root, Scope scope) {
        if (root != null) {
            scope.requireNamed(root);
        }
        Set<String> within = scope.reachedUnits();
        List<UnitAnswers.Node> nodes = new ArrayList<>();
        for (Forest.Node node : root == null ? forest.on(day) : forest.on(day, root)) {
            if (within == null || within.contains(node.unit().id())) {
                nodes.add(UnitAnswers.node(node.unit(), node.parent(), node.depth(), day));
            }
        }
        return nodes;
    }

    /** Units found by words of any name they had, or by code. */
    @GetMapping("/units")
    @ReadAccess(relation = Relation.NAMED_UNIT)
    Page<UnitAnswers.Unit> search(
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable UnitKind kind,
            @RequestParam(required = false) @Nullable String under,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Scope scope,
            PageRequest page) {
        LocalDate day = asOf == null ? scope.today() : asOf;
        Forest forest = units.shown();
        if (under != null) {
            scope.requireNamed(under);
        }
        Set<String> within = scope.reachedUnits();
        String words = search == null ? "" : Text.fold(search);
        Stream<UnitRow> found = forest.all().stream()
                .filter(row -> row.existsOn(day))
                .filter(row -> kind == null || row.kind() == kind)
                .filter(row -> within == null || within.contains(row.id()))
                .filter(row -> under == null || forest.tree().isUnder(row.id(), under, day))
                .filter(row -> words.isEmpty() || forest.matches(row, words.toLowerCase(Locale.ROOT), day));
        return page.pageOf(
                found,
                row -> new PageRequest.Cursor(forest.sortKey(row, day), row.id()),
                row -> UnitAnswers.unit(forest, row, day));
    }

    @GetMapping("/units/{id}")
    @ReadAccess(relation = Relation.SCOPE)
    ResponseEntity<UnitAnswers.Unit> unit(
            @PathVariable String id, @RequestParam(required = false) @Nullable LocalDate asOf, Scope scope) {
        Forest forest = units.shown();
        UnitRow row = owned(forest, id, scope);
        return Answers.versioned(row.version(), UnitAnswers.unit(forest, row, asOf == null ? scope.today() : asOf));
    }

    /** All names, places and acts, in order of days. */
    @GetMapping("/units/{id}/history")
    @ReadAccess(relation = Relation.SCOPE)
    UnitAnswers.History history(@PathVariable String id, Scope scope) {
        Forest forest = units.shown();
        return UnitAnswers.history(forest, owned(forest, id, scope));
    }

    @GetMapping("/units/{id}/children")
    @ReadAccess(relation = Relation.SCOPE)
    UnitAnswers.Tree children(
            @PathVariable String id, @RequestParam(required = false) @Nullable LocalDate asOf, Scope scope) {
        Forest forest = units.shown();
        owned(forest, id, scope);
        LocalDate day = asOf == null ? scope.today() : asOf;
        Predicate<String> within = withinReach(scope);
        return new UnitAnswers.Tree(
                day,
                forest.children(id, day).stream()
                        .filter(child -> within.test(child.id()))
                        .map(child -> UnitAnswers.node(child, id, 0, day))
                        .toList());
    }

    /** What a merge of these units on that day would touch. */
    @GetMapping("/mergers/preview")
    @Access(
            relation = Relation.NAMED_UNIT,
            roles = {Role.OFFICER, Role.ADMIN},
            scopes = "operations")
    UnitAnswers.MergePreview preview(
            @RequestParam("unit") List<String> ids, @RequestParam LocalDate effective, Scope scope) {
        ids.forEach(scope::requireNamed);
        Forest forest = units.shown();
        List<UnitAnswers.Node> merged = new ArrayList<>();
        List<UnitAnswers.Node> moved = new ArrayList<>();
        for (String id : ids) {
            UnitRow row = forest.unit(id).orElseThrow(UnknownResourceException::unknown);
            merged.add(UnitAnswers.node(row, row.parentOn(effective), 0, effective));
            forest.children(id, effective).stream()
                    .filter(child -> !ids.contains(child.id()))
                    .forEach(child -> moved.add(UnitAnswers.node(child, id, 1, effective)));
        }
        List<PeopleQueries.Holding> posts = people.heldIn(forest, ids, effective, null);
        Predicate<String> within = withinReach(scope);
        List<GroupRow> concerned = groups.concerning(ids, effective);
        List<GroupRow> seen =
                concerned.stream().filter(group -> within.test(group.unit())).toList();
        return new UnitAnswers.MergePreview(
                effective,
                merged,
                moved,
                posts.size(),
                (int) posts.stream()
                        .map(held -> held.post().person())
                        .distinct()
                        .count(),
                seen.stream()
                        .map(group -> new UnitAnswers.GroupRef(
                                group.id(), group.on(effective).name(), group.unit()))
                        .toList(),
                concerned.size() - seen.size());
    }

    /** What stood below a unit on another day may be somebody else's today, and today's reach counts. */
    static Predicate<String> withinReach(Scope scope) {
        if (scope.isEverywhere()) {
            return _ -> true;
        }
        Set<String> within = scope.reach().units();
        return within::contains;
    }

    static UnitRow owned(Forest forest, String id, Scope scope) {
        scope.requireOwner(id);
        return forest.unit(id).orElseThrow(UnknownResourceException::unknown);
    }
}

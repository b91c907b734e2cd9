package vn.thidua.organization.api;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.organization.domain.person.PostKind;
import vn.thidua.organization.view.people.PeopleQueries;
import vn.thidua.organization.view.people.PeopleQueries.Holding;
import vn.thidua.organization.view.people.PeopleQueries.PersonRow;
import vn.thidua.organization.view.people.PeopleQueries.PostRow;
import vn.thidua.organization.view.units.Forest;
import vn.thidua.organization.view.units.UnitRow;
import vn.thidua.organization.view.units.UnitsQueries;
import vn.thidua.platform.security.ReadAccess;
import vn.thidua.platform.security.Relation;
import vn.thidua.platform.security.Scope;
import vn.thidua.platform.security.UnknownResourceException;
import vn.thidua.platform.sheet.Column;
import vn.thidua.platform.text.Text;
import vn.thidua.platform.web.read.Answers;
import vn.thidua.platform.web.read.Page;
import vn.thidua.platform.web.read.PageRequest;
import vn.thidua.platform.web.read.Workbooks;

/** People and their posts. A person is within reach through the unit that registered them and those of their posts. */
@RestController
@RequestMapping("/api/v1/organization")
class PeopleApi {

    private final PeopleQueries people;
    private final UnitsQueries units;

    PeopleApi(PeopleQueries people, UnitsQueries units) {
        this.people = people;
        this.units = units;
    }

    /** @param name absent after an erasure */
    record PersonItem(
            String id,
            @Nullable String name,
            @Nullable String gender,
            @Nullable Integer birthYear,
            UnitAnswers.@Nullable UnitRef unit) {}

    /** @param heldIn the unit in which it is held on the day asked for; absent if it is not held then */
    record Post(
            String id,
            String title,
            PostKind kind,
            UnitAnswers.@Nullable UnitRef unit,
            LocalDate from,
            @Nullable LocalDate until,
            UnitAnswers.@Nullable UnitRef heldIn) {}

    /**
     * @param citizenIdKnown whether a citizen id is on record; it is never shown
     * @param sameCitizen other records of the same citizen id, within reach: to be joined
     * @param joinedInto the record that this one was joined into
     */
    record PersonAnswer(
            String id,
            @Nullable String name,
            @Nullable String gender,
            @Nullable Integer birthYear,
            UnitAnswers.@Nullable UnitRef unit,
            boolean citizenIdKnown,
            List<PersonItem> sameCitizen,
            @Nullable String joinedInto,
            boolean erased,
            List<Post> posts) {}

    /** Someone who holds a post in a unit on a day. */
    record Holder(
            String person,
            @Nullable String name,
            String post,
            String title,
            PostKind kind,
            LocalDate from,
            @Nullable LocalDate until,
            UnitAnswers.@Nullable UnitRef unit) {}

    static PersonItem item(Forest forest, PersonRow row, LocalDate day) {
        return new PersonItem(
                row.id(), row.name(), row.gender(), row.birthYear(), UnitAnswers.ref(forest, row.unit(), day));
    }

    @GetMapping("/people/{id}")
    @ReadAccess(relation = Relation.SELF)
    ResponseEntity<PersonAnswer> person(
            @PathVariable String id, @RequestParam(required = false) @Nullable LocalDate asOf, Scope scope) {
        PersonRow row = owned(people, id, scope);
        LocalDate day = asOf == null ? scope.today() : asOf;
        Forest forest = units.shown();
        List<PersonItem> same = people.sameCitizen(row).stream()
                .filter(other -> other.places().stream().anyMatch(scope::covers))
                .map(other -> item(forest, other, day))
                .toList();
        return Answers.versioned(
                row.version(),
                new PersonAnswer(
                        row.id(),
                        row.name(),
                        row.gender(),
                        row.birthYear(),
                        UnitAnswers.ref(forest, row.unit(), day),
                        row.citizen() != null,
                        same,
                        row.into(),
                        row.erased(),
                        people.postsOf(id).stream()
                                .map(post -> post(forest, post, day))
                                .toList()));
    }

    private static Post post(Forest forest, PostRow post, LocalDate day) {
        boolean held = !day.isBefore(post.from()) && (post.until() == null || !day.isAfter(post.until()));
        Optional<String> heldIn = held ? forest.heirOn(post.unit(), day) : Optional.empty();
        return new Post(
                post.id(),
                post.title(),
                post.kind(),
                UnitAnswers.ref(forest, post.unit(), post.from()),
                post.from(),
                post.until(),
                UnitAnswers.ref(forest, heldIn.orElse(null), day));
    }

    /** Who holds a post in the unit on that day, with {@code below} also in all units under it. */
    @GetMapping("/units/{id}/people")
    @ReadAccess(relation = Relation.SCOPE)
    Page<Holder> holders(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "false") boolean below,
            @RequestParam(required = false) @Nullable PostKind kind,
            Scope scope,
            PageRequest page) {
        return page.pageOf(
                holdersOf(id, asOf, below, kind, scope).stream(),
                holder -> new PageRequest.Cursor(sortKey(holder), holder.post()),
                holder -> holder);
    }

    /** The same as a workbook, all of them. */
    @GetMapping("/units/{id}/people.xlsx")
    @ReadAccess(relation = Relation.SCOPE)
    ResponseEntity<byte[]> holdersAsSheet(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "false") boolean below,
            @RequestParam(required = false) @Nullable PostKind kind,
            Scope scope)
            throws IOException {
        List<Column<Holder>> columns = List.of(
                new Column<>("Họ và tên", Column.Type.TEXT, 30, Holder::name),
                new Column<>("Chức vụ", Column.Type.TEXT, 36, Holder::title),
                new Column<>("Đơn vị", Column.Type.TEXT, 40, holder -> name(holder.unit())),
                new Column<>("Từ ngày", Column.Type.DATE, 12, Holder::from),
                new Column<>("Đến ngày", Column.Type.DATE, 12, Holder::until));
        return Workbooks.answer("chuc-vu.xlsx", "Chức vụ", columns, holdersOf(id, asOf, below, kind, scope));
    }

    private static @Nullable String name(UnitAnswers.@Nullable UnitRef unit) {
        return unit == null ? null : unit.name();
    }

    private List<Holder> holdersOf(
            String id, @Nullable LocalDate asOf, boolean below, @Nullable PostKind kind, Scope scope) {
        Forest forest = units.shown();
        UnitRow row = UnitsApi.owned(forest, id, scope);
        LocalDate day = asOf == null ? scope.today() : asOf;
        List<String> in = below
                ? forest.below(List.of(row), day).stream()
                        .map(node -> node.unit().id())
                        .filter(UnitsApi.withinReach(scope))
                        .toList()
                : List.of(id);
        List<Holding> held = people.heldIn(forest, in, day, kind);
        Map<String, PersonRow> persons = new HashMap<>(people.persons(
                held.stream().map(holding -> holding.post().person()).distinct().toList()));
        return held.stream()
                .filter(holding -> persons.containsKey(holding.post().person()))
                .map(holding ->
                        holder(forest, holding, persons.get(holding.post().person()), day))
                .sorted(Comparator.comparing(PeopleApi::sortKey).thenComparing(Holder::post))
                .toList();
    }

    private static String sortKey(Holder holder) {
        return holder.name() == null ? "" : Text.sort(holder.name());
    }

    private static Holder holder(Forest forest, Holding holding, @Nullable PersonRow person, LocalDate day) {
        PostRow post = holding.post();
        return new Holder(
                post.person(),
                person == null ? null : person.name(),
                post.id(),
                post.title(),
                post.kind(),
                post.from(),
                post.until(),
                UnitAnswers.ref(forest, holding.heldIn(), day));
    }

    static PersonRow owned(PeopleQueries people, String id, Scope scope) {
        Optional<PersonRow> row = people.person(id);
        scope.requireSelfOr(id, row.map(PersonRow::places).orElse(List.of(id)));
        return row.orElseThrow(UnknownResourceException::unknown);
    }
}

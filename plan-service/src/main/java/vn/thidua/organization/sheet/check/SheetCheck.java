package vn.thidua.organization.sheet.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import vn.thidua.organization.domain.unit.TierChain;
import vn.thidua.organization.sheet.Field;
import vn.thidua.organization.sheet.ListKind;
import vn.thidua.organization.sheet.ListRow;
import vn.thidua.organization.sheet.SheetContent;

/** Checks a whole file before its first row is written. */
public final class SheetCheck {
    private final KnownTree tree;
    private final TierChain chain;
    private final UnaryOperator<String> blindIndex;

    /** @param blindIndex of a citizen id of 12 digits; see {@link KnownTree#people} */
    public SheetCheck(KnownTree tree, TierChain chain, UnaryOperator<String> blindIndex) {
        this.tree = tree;
        this.chain = chain;
        this.blindIndex = blindIndex;
    }

    /**
     * What the file would do; with an error anywhere, nothing.
     *
     * @param ids id of what comes with the file, by a key that is unique in it: the same key must give the same id, so that
     *     the file checked again gives the same steps
     */
    public SheetPreview check(SheetContent content, LocalDate today, UnaryOperator<String> ids) {
        List<CheckedRow> rows = content.rows().stream().map(CheckedRow::new).toList();
        UnitRows units = new UnitRows(tree.units(), ids);
        for (CheckedRow row : rows) {
            if (row.row().list() == ListKind.UNITS) {
                units.add(row);
            }
        }
        units.group();
        UnitCheck unitCheck = new UnitCheck(units, chain);
        unitCheck.check();
        UnitSteps.Done done = UnitSteps.of(units.nodes());
        PersonCheck people = new PersonCheck(unitCheck.directory(), today, ids);
        for (CheckedRow row : rows) {
            if (row.row().list() == ListKind.PEOPLE) {
                people.add(row);
            }
        }
        people.match(known(people.numbers()));
        List<Step> steps = new ArrayList<>(done.steps());
        steps.addAll(people.steps());
        boolean failed = rows.stream().anyMatch(CheckedRow::failed);
        List<String> notes = new ArrayList<>(content.notes());
        if (!failed && !done.undoable()) {
            notes.add(
                    "Tệp có sáp nhập, kết thúc hoặc thay đổi đơn vị đã có: sau khi ghi sẽ không rút lại cả tệp được.");
        }
        return new SheetPreview(
                notes,
                rows.stream().map(row -> row.report(label(row.row()))).toList(),
                failed ? List.of() : steps,
                !failed && done.undoable());
    }

    private Map<String, KnownTree.KnownPerson> known(Set<String> numbers) {
        Map<String, String> numberByIndex = new HashMap<>();
        numbers.forEach(number -> numberByIndex.put(blindIndex.apply(number), number));
        Map<String, KnownTree.KnownPerson> known = new HashMap<>();
        tree.people(numberByIndex.keySet()).forEach((index, person) -> {
            String number = numberByIndex.get(index);
            if (number != null) {
                known.put(number, person);
            }
        });
        return known;
    }

    private static String label(ListRow row) {
        return CheckedRow.shortened(row.words(row.list() == ListKind.UNITS ? Field.UNIT_NAME : Field.PERSON_NAME));
    }
}

package vn.thidua.platform.scope;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.contracts.OrganizationContract.GroupChangedV1;
import vn.thidua.contracts.OrganizationContract.GroupClosedV1;
import vn.thidua.contracts.OrganizationContract.GroupDefinedV1;
import vn.thidua.contracts.OrganizationContract.Moved;
import vn.thidua.contracts.OrganizationContract.Part;
import vn.thidua.contracts.OrganizationContract.PersonErasedV1;
import vn.thidua.contracts.OrganizationContract.PersonRegisteredV1;
import vn.thidua.contracts.OrganizationContract.PersonsMergedV1;
import vn.thidua.contracts.OrganizationContract.PostHeldV1;
import vn.thidua.contracts.OrganizationContract.PostLeftV1;
import vn.thidua.contracts.OrganizationContract.UnitDissolvedV1;
import vn.thidua.contracts.OrganizationContract.UnitEstablishedV1;
import vn.thidua.contracts.OrganizationContract.UnitMovedV1;
import vn.thidua.contracts.OrganizationContract.UnitRenamedV1;
import vn.thidua.contracts.OrganizationContract.UnitSplitV1;
import vn.thidua.contracts.OrganizationContract.UnitsMergedV1;
import vn.thidua.platform.view.Rows;

/**
 * The histories of units as rows: {@code {_id: unit, from, end, successor, under: {"2025-07-01": parent}}}, days as
 * {@code YYYY-MM-DD}. Whoever feeds them, from contract events or from a context's own, gets the same tree.
 */
public final class UnitTreeRows {

    /** A row that changes with every act on a unit, so that a reader of the rows need ask for one only. */
    static final String HEAD = "~head";

    private static final String ID = "_id";
    private static final String FROM = "from";
    private static final String END = "end";
    private static final String SUCCESSOR = "successor";
    private static final String UNDER = "under";

    private UnitTreeRows() {}

    /** Writes what the event changes. */
    public static void apply(OrganizationContract event, Rows rows) {
        switch (event) {
            case UnitEstablishedV1 e ->
                change(rows, e.unit(), unit -> unit.established(e.parent(), e.effective(), e.until()));
            case UnitMovedV1 e -> change(rows, e.unit(), unit -> unit.moved(e.to(), e.effective()));
            case UnitsMergedV1 e -> {
                part(rows, e.into(), e.effective());
                e.merged()
                        .forEach(merged -> change(
                                rows,
                                merged,
                                unit -> unit.ended(e.effective(), e.into().unit())));
                moved(rows, e.moved(), e.effective());
            }
            case UnitSplitV1 e -> {
                e.parts().forEach(part -> part(rows, part, e.effective()));
                if (e.ended()) {
                    change(rows, e.unit(), unit -> unit.ended(e.effective(), e.successor()));
                }
                moved(rows, e.moved(), e.effective());
            }
            case UnitDissolvedV1 e -> {
                change(rows, e.unit(), unit -> unit.ended(e.effective(), e.successor()));
                moved(rows, e.moved(), e.effective());
            }
            case UnitRenamedV1 e -> {}
            case PersonRegisteredV1 e -> {}
            case PersonsMergedV1 e -> {}
            case PersonErasedV1 e -> {}
            case PostHeldV1 e -> {}
            case PostLeftV1 e -> {}
            case GroupDefinedV1 e -> {}
            case GroupChangedV1 e -> {}
            case GroupClosedV1 e -> {}
        }
    }

    /** A part that stood before keeps its place: the act is none on its parent. */
    private static void part(Rows rows, Part part, LocalDate effective) {
        if (part.established()) {
            change(rows, part.unit(), unit -> unit.established(part.parent(), effective, null));
        }
    }

    private static void moved(Rows rows, List<Moved> moved, LocalDate effective) {
        moved.forEach(one -> change(rows, one.unit(), unit -> unit.moved(one.to(), effective)));
    }

    private static void change(Rows rows, String unit, UnaryOperator<UnitHistory> change) {
        rows.change(unit, row -> write(change.apply(read(unit, row)), row));
        rows.change(HEAD, row -> row);
    }

    /** What the row says. */
    static UnitHistory read(String unit, Document row) {
        var parents = new TreeMap<LocalDate, @Nullable String>();
        if (row.get(UNDER) instanceof Document under) {
            under.forEach((day, parent) -> parents.put(LocalDate.parse(day), (String) parent));
        }
        return new UnitHistory(unit, day(row, FROM), day(row, END), row.getString(SUCCESSOR), parents);
    }

    private static Document write(UnitHistory unit, Document before) {
        var row = new Document(before);
        row.put(ID, unit.unit());
        put(row, FROM, unit.from());
        put(row, END, unit.end());
        put(row, SUCCESSOR, unit.successor());
        var under = new Document();
        unit.parents().forEach((day, parent) -> under.put(day.toString(), parent));
        row.put(UNDER, under);
        return row;
    }

    private static void put(Document row, String field, @Nullable Object value) {
        if (value == null) {
            row.remove(field);
        } else {
            row.put(field, value.toString());
        }
    }

    private static @Nullable LocalDate day(Document row, String field) {
        String day = row.getString(field);
        return day == null ? null : LocalDate.parse(day);
    }
}

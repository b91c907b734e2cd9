package vn.thidua.plan.view.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Citations;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.domain.plan.PlanDetails;
import vn.thidua.plan.domain.plan.PlannedTask;
import vn.thidua.plan.view.RowJson;
import vn.thidua.platform.text.Text;

/** The fields of a plan's row. */
final class PlanRow {

    static final String UNIT = "unit";
    static final String REVISION = "revision";
    /** Absent in a draft: of that only its unit, its first day and what it answers are told. */
    static final String CONTENT = "content";

    static final String STATE = "state";
    static final String VERSION = "version";
    static final String NUMBER = "number";
    static final String KEY = "key";
    static final String ISSUED = "issued";
    static final String DRAFTED = "drafted";
    static final String DISCARDED = "discarded";
    static final String ENDED = "ended";
    static final String ABOVE = "above";
    static final String CITED = "cited";
    static final String UNITS = "units";
    static final String PARTIES = "parties";
    static final String SORT = "sort";
    static final String FOLD = "fold";
    static final String VERSIONS = "versions";
    static final String DAYS = "days";
    /** The documents above, as {@link #CONTENT} has them: lists need not read all of it. */
    static final String IMPLEMENTS = "implements";

    static final String FROM = "from";
    static final String UNTIL = "until";
    static final String YEAR = "year";
    static final String TITLE = "title";

    /** Behind every day there is. */
    static final String NEVER = "9999-12-31";

    private PlanRow() {}

    /** The documents above, linked or cited; a draft from the plan above answers it before it says so. */
    static Document answers(Document row, PlanDetails details) {
        Set<String> above = new LinkedHashSet<>();
        Set<String> cited = new LinkedHashSet<>();
        if (row.getString("source") != null) {
            above.add(row.getString("source"));
        }
        for (CitedDocument document : details.implementsDocuments()) {
            if (document.plan() != null) {
                above.add(document.plan());
            } else if (document.number() != null) {
                cited.add(Citations.number(document.number()));
            }
        }
        return row.append(ABOVE, List.copyOf(above))
                .append(CITED, List.copyOf(cited))
                .append(IMPLEMENTS, RowJson.write(details.implementsDocuments()));
    }

    /** What the plan says from now on; the versions before stay in {@link #VERSIONS}. */
    static Document content(
            Document row, int version, LocalDate effective, PlanDetails details, List<PlannedTask> tasks) {
        List<Document> versions = new ArrayList<>(row.getList(VERSIONS, Document.class, List.of()));
        versions.removeIf(entry -> entry.getInteger(VERSION) == version);
        versions.add(new Document(VERSION, version)
                .append(FROM, effective.toString())
                .append(TITLE, details.title())
                .append(YEAR, details.year()));
        row.remove("source");
        Set<String> units = new LinkedHashSet<>(row.getList(UNITS, String.class, List.of()));
        tasks.forEach(task -> units.addAll(task.content().units()));
        Set<String> parties = new LinkedHashSet<>(units);
        parties.add(row.getString(UNIT));
        answers(row, details)
                .append(VERSION, version)
                .append(CONTENT, RowJson.write(new PlanContent(details, tasks)))
                .append(VERSIONS, versions)
                .append(UNITS, List.copyOf(units))
                .append(PARTIES, List.copyOf(parties))
                .append(FOLD, fold(details));
        return days(row);
    }

    private static String fold(PlanDetails details) {
        return Text.fold(Stream.of(details.documentNumber(), details.title(), details.theme())
                .filter(Objects::nonNull)
                .reduce("", (all, each) -> all + " " + each));
    }

    /** @param from first day on which it holds no more */
    static Document end(Document row, Plans.State state, LocalDate from) {
        return days(
                row.append(STATE, state.name()).append(ENDED, from.minusDays(1).toString()));
    }

    /** What the plan is from which day to which: the version recorded last of those in force by then. */
    private static Document days(Document row) {
        String issued = row.getString(ISSUED);
        @Nullable String ended = row.getString(ENDED);
        @Nullable
        String over = ended == null ? null : LocalDate.parse(ended).plusDays(1).toString();
        List<Document> versions = row.getList(VERSIONS, Document.class, List.of());
        Set<String> starts = new TreeSet<>(List.of(issued));
        Stream.concat(versions.stream().map(each -> each.getString(FROM)), Stream.ofNullable(over))
                .filter(day -> day.compareTo(issued) > 0)
                .forEach(starts::add);
        List<String> order = List.copyOf(starts);
        List<Document> days = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            String from = order.get(i);
            Document version = versions.getFirst();
            for (Document each : versions) {
                if (each.getString(FROM).compareTo(from) <= 0) {
                    version = each;
                }
            }
            boolean isOver = over != null && over.compareTo(from) <= 0;
            days.add(new Document(FROM, from)
                    .append(UNTIL, i + 1 < order.size() ? order.get(i + 1) : NEVER)
                    .append(STATE, isOver ? row.getString(STATE) : Plans.State.ISSUED.name())
                    .append(VERSION, version.getInteger(VERSION))
                    .append(YEAR, version.getInteger(YEAR)));
        }
        return row.append(DAYS, days);
    }
}

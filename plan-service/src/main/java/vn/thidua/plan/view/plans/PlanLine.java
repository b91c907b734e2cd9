package vn.thidua.plan.view.plans;

import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.plan.CitedDocument;
import vn.thidua.plan.view.RowJson;

/**
 * An issued plan as it is on a day.
 *
 * @param number with its code
 * @param version that holds, or held last
 * @param ended last day it held; null while nothing is known of an end
 * @param implementsDocuments as the newest version has them
 */
public record PlanLine(
        String id,
        String unit,
        String number,
        LocalDate issued,
        @Nullable String title,
        @Nullable Integer year,
        Plans.State state,
        int version,
        @Nullable LocalDate ended,
        List<CitedDocument> implementsDocuments) {

    static PlanLine of(Document row, LocalDate asOf) {
        String on = asOf.toString();
        Document day = row.getList(PlanRow.DAYS, Document.class).stream()
                .filter(each -> each.getString(PlanRow.FROM).compareTo(on) <= 0
                        && each.getString(PlanRow.UNTIL).compareTo(on) > 0)
                .findFirst()
                .orElseThrow();
        int version = day.getInteger(PlanRow.VERSION);
        String title = row.getList(PlanRow.VERSIONS, Document.class).stream()
                .filter(each -> each.getInteger(PlanRow.VERSION) == version)
                .findFirst()
                .orElseThrow()
                .getString(PlanRow.TITLE);
        String ended = row.getString(PlanRow.ENDED);
        return new PlanLine(
                row.getString("_id"),
                row.getString(PlanRow.UNIT),
                row.getString(PlanRow.NUMBER),
                LocalDate.parse(row.getString(PlanRow.ISSUED)),
                title,
                day.getInteger(PlanRow.YEAR),
                Plans.State.valueOf(day.getString(PlanRow.STATE)),
                version,
                ended == null ? null : LocalDate.parse(ended),
                implemented(row));
    }

    static List<CitedDocument> implemented(Document row) {
        return List.of(RowJson.read(row.getString(PlanRow.IMPLEMENTS), CitedDocument[].class));
    }
}

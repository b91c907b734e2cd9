package vn.thidua.plan.view.plans;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.text.Text;

/**
 * Which issued plans are asked for, as they are on a day. What is null does not count.
 *
 * @param units that issued them
 * @param concerning units that issued them, or to whom they gave a task
 * @param issuers beside {@code concerning}: units whose plans concern all below
 * @param words in number, title or theme
 */
public record PlanFilter(
        LocalDate asOf,
        @Nullable Collection<String> units,
        @Nullable Collection<String> concerning,
        Collection<String> issuers,
        @Nullable Integer year,
        Plans.@Nullable State state,
        @Nullable String words) {

    Bson toBson() {
        List<Bson> all = new ArrayList<>();
        if (units != null) {
            all.add(in(PlanRow.UNIT, units));
        }
        if (concerning != null) {
            all.add(or(in(PlanRow.PARTIES, concerning), in(PlanRow.UNIT, issuers)));
        }
        if (words != null && !Text.fold(words).isEmpty()) {
            all.add(regex(PlanRow.FOLD, Pattern.quote(Text.fold(words))));
        }
        List<Bson> day = new ArrayList<>();
        day.add(lte(PlanRow.FROM, asOf.toString()));
        day.add(gt(PlanRow.UNTIL, asOf.toString()));
        if (year != null) {
            day.add(eq(PlanRow.YEAR, year));
        }
        if (state != null) {
            day.add(eq(PlanRow.STATE, state.name()));
        }
        all.add(elemMatch(PlanRow.DAYS, and(day)));
        return and(all);
    }
}

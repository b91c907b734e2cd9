package vn.thidua.organization.view.people;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import vn.thidua.organization.domain.person.Known;
import vn.thidua.organization.view.units.Forest;

/** What the views of units and people know already. */
public final class KnownFacts implements Known {

    private final Supplier<Forest> forest;
    private final Supplier<PeopleQueries> people;

    public KnownFacts(Supplier<Forest> forest, Supplier<PeopleQueries> people) {
        this.forest = forest;
        this.people = people;
    }

    @Override
    public Optional<Place> place(String unit) {
        return forest.get()
                .unit(unit)
                .map(row -> new Place(row.kind(), row.from(), row.until(), row.settled(), row.importId()));
    }

    @Override
    public Set<String> citizens(Set<String> indexes) {
        Set<String> found = new HashSet<>();
        if (indexes.isEmpty()) {
            return found;
        }
        for (Document row : people.get()
                .people()
                .find(Filters.in(PeopleView.HEARD, indexes))
                .projection(Projections.include(PeopleView.HEARD))) {
            found.addAll(row.getList(PeopleView.HEARD, String.class));
        }
        found.retainAll(indexes);
        return found;
    }
}

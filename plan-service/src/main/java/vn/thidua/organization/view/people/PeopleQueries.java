package vn.thidua.organization.view.people;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.person.PostKind;
import vn.thidua.organization.view.units.Forest;
import vn.thidua.platform.text.Text;

/** Reads people and posts. Where a post is on a day, the tree says. */
public final class PeopleQueries {

    private static final String UNKNOWN = "UNKNOWN";
    private static final String IMPORT = "importId";

    private final Function<String, MongoCollection<Document>> views;
    private final Supplier<Set<String>> unfinishedImports;
    private final BooleanSupplier catchUp;

    /**
     * @param views the rows that answer now, by the view's name
     * @param unfinishedImports whose people are not shown yet
     * @param catchUp waits a moment until the people have come to the log's end; false if they have not
     */
    public PeopleQueries(
            Function<String, MongoCollection<Document>> views,
            Supplier<Set<String>> unfinishedImports,
            BooleanSupplier catchUp) {
        this.views = views;
        this.catchUp = catchUp;
        this.unfinishedImports = unfinishedImports;
    }

    /**
     * A person's record.
     *
     * @param name null after an erasure
     * @param places the unit that registered it and all in which a post was held
     * @param into the record that it was joined into
     */
    public record PersonRow(
            String id,
            @Nullable String name,
            String unit,
            List<String> places,
            List<String> records,
            @Nullable String citizen,
            @Nullable String gender,
            @Nullable Integer birthYear,
            @Nullable String into,
            boolean erased,
            long version) {}

    /** A post as it was recorded. */
    public record PostRow(
            String id,
            String person,
            String unit,
            String title,
            PostKind kind,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** A post where it is on a day. */
    public record Holding(PostRow post, String heldIn) {}

    public MongoCollection<Document> people() {
        return views.apply(PeopleView.NAME);
    }

    private MongoCollection<Document> posts() {
        return views.apply(PostsView.NAME);
    }

    /** A record; one that was registered a moment ago is waited for. */
    public Optional<PersonRow> person(String id) {
        Optional<PersonRow> found = find(id);
        return found.isEmpty() && catchUp.getAsBoolean() ? find(id) : found;
    }

    private Optional<PersonRow> find(String id) {
        return Optional.ofNullable(people().find(Filters.eq("_id", id)).first())
                .filter(row ->
                        !row.containsKey(IMPORT) || !unfinishedImports.get().contains(row.getString(IMPORT)))
                .map(PeopleQueries::row);
    }

    /** People by id; who is not there is missing. */
    public Map<String, PersonRow> persons(Collection<String> ids) {
        Map<String, PersonRow> found = new HashMap<>();
        Set<String> hidden = unfinishedImports.get();
        for (Document row : people().find(Filters.and(Filters.in("_id", ids), Filters.nin(IMPORT, hidden)))) {
            found.put(row.getString("_id"), row(row));
        }
        return found;
    }

    /** Living records in these units, by words of the name. */
    public Bson listed(@Nullable Collection<String> units, @Nullable String words) {
        List<Bson> wanted = new ArrayList<>();
        wanted.add(Filters.exists("into", false));
        wanted.add(Filters.exists("erased", false));
        wanted.add(Filters.nin(IMPORT, unfinishedImports.get()));
        if (units != null) {
            wanted.add(Filters.in("places", units));
        }
        if (words != null && !words.isBlank()) {
            wanted.add(Filters.regex("fold", Pattern.quote(Text.fold(words))));
        }
        return Filters.and(wanted);
    }

    /**
     * How many people there are or were.
     *
     * @param erased how many of them were erased
     * @param gender by {@code MALE}, {@code FEMALE} and so on, or {@code UNKNOWN}
     * @param birthYear by year, or {@code UNKNOWN}
     */
    public record Statistics(int count, int erased, Map<String, Integer> gender, Map<String, Integer> birthYear) {

        public Statistics {
            gender = new TreeMap<>(gender);
            birthYear = new TreeMap<>(birthYear);
        }
    }

    /** Counts whoever was registered in these units or held a post there, those who were erased among them. */
    public Statistics statistics(@Nullable Collection<String> units) {
        List<Bson> wanted = new ArrayList<>();
        wanted.add(Filters.exists("into", false));
        wanted.add(Filters.nin(IMPORT, unfinishedImports.get()));
        if (units != null) {
            wanted.add(Filters.in("places", units));
        }
        int count = 0;
        int erased = 0;
        Map<String, Integer> gender = new HashMap<>();
        Map<String, Integer> birthYear = new HashMap<>();
        for (Document row : people().find(Filters.and(wanted))
                .projection(new Document("gender", 1).append("birthYear", 1).append("erased", 1))
                .batchSize(5000)) {
            count++;
            erased += row.getBoolean("erased", false) ? 1 : 0;
            gender.merge(row.get("gender", UNKNOWN), 1, Integer::sum);
            birthYear.merge(row.get("birthYear") instanceof Integer year ? year.toString() : UNKNOWN, 1, Integer::sum);
        }
        return new Statistics(count, erased, gender, birthYear);
    }

    /** Other living records of the same citizen id. */
    public List<PersonRow> sameCitizen(PersonRow person) {
        if (person.citizen() == null) {
            return List.of();
        }
        List<PersonRow> others = new ArrayList<>();
        for (Document row : people().find(Filters.eq("citizen", person.citizen()))) {
            PersonRow other = row(row);
            if (!other.id().equals(person.id()) && other.into() == null && !other.erased()) {
                others.add(other);
            }
        }
        return others;
    }

    /** All posts of a person, in order of days. */
    public List<PostRow> postsOf(String person) {
        List<PostRow> all = new ArrayList<>();
        for (Document row : posts().find(Filters.eq("person", person)).sort(Sorts.ascending("from", "_id"))) {
            if (!row.getBoolean("withdrawn", false)) {
                all.add(post(row));
            }
        }
        return all;
    }

    /** Posts that are held in these units on that day, also those begun in a unit that has ended since. */
    public List<Holding> heldIn(Forest forest, Collection<String> units, LocalDate day, @Nullable PostKind kind) {
        Set<String> wanted = new HashSet<>(units);
        Set<String> begunIn = new HashSet<>();
        wanted.forEach(unit -> begunIn.addAll(forest.heldIn(unit, day)));
        String iso = day.toString();
        List<Bson> filter = new ArrayList<>();
        filter.add(Filters.in("unit", begunIn));
        filter.add(Filters.lte("from", iso));
        filter.add(Filters.or(Filters.exists("until", false), Filters.gte("until", iso)));
        if (kind != null) {
            filter.add(Filters.eq("kind", kind.name()));
        }
        List<Holding> held = new ArrayList<>();
        for (Document row : posts().find(Filters.and(filter)).batchSize(5000)) {
            if (!row.getBoolean("withdrawn", false)) {
                PostRow post = post(row);
                forest.heirOn(post.unit(), day)
                        .filter(wanted::contains)
                        .ifPresent(unit -> held.add(new Holding(post, unit)));
            }
        }
        return held;
    }

    public static PersonRow row(Document row) {
        boolean erased = row.getBoolean("erased", false);
        return new PersonRow(
                row.getString("_id"),
                row.getString("name"),
                row.getString("unit"),
                row.getList("places", String.class, List.of()),
                row.getList("records", String.class, List.of()),
                row.getString("citizen"),
                erased ? null : row.getString("gender"),
                erased ? null : row.getInteger("birthYear"),
                row.getString("into"),
                erased,
                row.get("version", Number.class).longValue());
    }

    private static PostRow post(Document row) {
        String until = row.getString("until");
        return new PostRow(
                row.getString("_id"),
                row.getString("person"),
                row.getString("unit"),
                row.getString("title"),
                PostKind.valueOf(row.getString("kind")),
                LocalDate.parse(row.getString("from")),
                until == null ? null : LocalDate.parse(until));
    }
}

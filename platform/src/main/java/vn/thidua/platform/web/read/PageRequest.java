package vn.thidua.platform.web.read;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for; a controller method takes it as an argument. */
public final class PageRequest {

    private static final String ID = "_id";

    private final int limit;
    private final @Nullable Cursor after;
    private final Function<Cursor, String> seal;

    PageRequest(int limit, @Nullable Cursor after, Function<Cursor, String> seal) {
        this.limit = limit;
        this.after = after;
        this.seal = seal;
    }

    /**
     * The last row of the part before.
     *
     * @param sort a String or a Long
     * @param id tells rows with the same sort key apart
     */
    public record Cursor(Object sort, String id) implements Comparable<Cursor> {

        public Cursor {
            if (!(sort instanceof String) && !(sort instanceof Long)) {
                throw new IllegalArgumentException("lists are sorted by texts and whole numbers");
            }
        }

        @Override
        public int compareTo(Cursor other) {
            int order = sort instanceof Long number && other.sort instanceof Long its
                    ? number.compareTo(its)
                    : sort.toString().compareTo(other.sort.toString());
            return order == 0 ? id.compareTo(other.id) : order;
        }
    }

    /** How many rows, 1 to 200. */
    public int limit() {
        return limit;
    }

    /** Behind which row the part begins; null at the beginning. */
    public @Nullable Cursor after() {
        return after;
    }

    /**
     * A part of what was read.
     *
     * @param rows behind the cursor, in order, one more than {@link #limit} if there are so many
     */
    public <R, T> Page<T> page(List<R> rows, Function<R, Cursor> cursor, Function<R, T> item) {
        List<T> items = rows.stream().limit(limit).map(item).toList();
        return new Page<>(items, rows.size() > limit ? seal.apply(cursor.apply(rows.get(limit - 1))) : null);
    }

    /**
     * A part of rows that are all at hand, in whatever order: sorted here by their cursors.
     *
     * @param cursor of a row; of all rows with texts, or of all with whole numbers
     */
    public <R, T> Page<T> pageOf(Stream<R> rows, Function<R, Cursor> cursor, Function<R, T> item) {
        List<Placed<R>> found = rows.map(row -> new Placed<>(row, cursor.apply(row)))
                .filter(row -> after == null || row.at().compareTo(after) > 0)
                .sorted(Comparator.comparing(Placed::at))
                .limit(limit + 1L)
                .toList();
        return page(found, Placed::at, row -> item.apply(row.row()));
    }

    private record Placed<R>(R row, Cursor at) {}

    /**
     * A part of a view, sorted by a field and then by id, ascending.
     *
     * @param sort name of a field that every row has, with a text or a whole number
     */
    public <T> Page<T> find(MongoCollection<Document> view, Bson filter, String sort, Function<Document, T> item) {
        return find(view, filter, new Document(), sort, true, item);
    }

    /** The same of those fields of the rows that are wanted; the sort field is one of them. */
    public <T> Page<T> find(
            MongoCollection<Document> view, Bson filter, Bson fields, String sort, Function<Document, T> item) {
        return find(view, filter, fields, sort, true, item);
    }

    /** The same the other way round: the latest first. */
    public <T> Page<T> findDescending(
            MongoCollection<Document> view, Bson filter, String sort, Function<Document, T> item) {
        return find(view, filter, new Document(), sort, false, item);
    }

    private <T> Page<T> find(
            MongoCollection<Document> view,
            Bson filter,
            Bson fields,
            String sort,
            boolean ascending,
            Function<Document, T> item) {
        Bson wanted = after == null ? filter : Filters.and(filter, behind(after, sort, ascending));
        List<Document> rows = view.find(wanted)
                .projection(fields)
                .sort(ascending ? Sorts.ascending(sort, ID) : Sorts.descending(sort, ID))
                .limit(limit + 1)
                .into(new ArrayList<>());
        return page(rows, row -> cursor(row, sort), item);
    }

    private static Bson behind(Cursor cursor, String sort, boolean ascending) {
        return ascending
                ? Filters.or(
                        Filters.gt(sort, cursor.sort()),
                        Filters.and(Filters.eq(sort, cursor.sort()), Filters.gt(ID, cursor.id())))
                : Filters.or(
                        Filters.lt(sort, cursor.sort()),
                        Filters.and(Filters.eq(sort, cursor.sort()), Filters.lt(ID, cursor.id())));
    }

    private static Cursor cursor(Document row, String sort) {
        return switch (row.get(sort)) {
            case String text -> new Cursor(text, row.getString(ID));
            case Number number -> new Cursor(number.longValue(), row.getString(ID));
            case null, default -> throw new IllegalStateException("a row without " + sort);
        };
    }
}

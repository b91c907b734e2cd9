package vn.thidua.platform.view;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;

/**
 * The rows of a view while one event is projected; what is written here goes to the database with the batch. A row that
 * has seen this event already is left alone, so a projection need not ask.
 */
public interface Rows {

    /** The row as it is before this event. */
    Optional<Document> get(String id);

    /** Rows whose field has the value, as they are before this event; costs a write of what is pending. */
    List<Document> where(String field, Object value);

    /** Changes a row, or begins it from an empty document. What is returned replaces it; {@code _id} stays. */
    void change(String id, UnaryOperator<Document> change);

    /** The same, if the row is there. */
    void changeIfPresent(String id, UnaryOperator<Document> change);

    /** Takes the row away. An event that comes again may not bring it back: {@link #change} must not be used for both. */
    void remove(String id);
}

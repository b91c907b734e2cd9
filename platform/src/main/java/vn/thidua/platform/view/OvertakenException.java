package vn.thidua.platform.view;

import com.mongodb.MongoException;

/**
 * Rows were changed by somebody else since they were read: another process has taken the work over. It counts as a failure
 * of the database: whoever still has the work reads the rows again, whoever has lost it notices.
 */
public final class OvertakenException extends MongoException {

    private static final long serialVersionUID = 1;

    OvertakenException(String collection) {
        super("another process has changed rows of " + collection);
    }
}

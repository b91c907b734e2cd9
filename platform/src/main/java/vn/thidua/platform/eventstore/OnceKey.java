package vn.thidua.platform.eventstore;

import java.util.Optional;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Marks a commit so that the same act, asked for again, finds the first one instead of happening twice.
 *
 * @param key what makes the act one; see {@link OnceKeys}
 * @param request HMAC of the request behind it, or null where nothing but the key tells acts apart (a listener, a clock)
 */
public record OnceKey(Binary key, @Nullable Binary request) {

    private static final String RESOURCE = OnceKey.class.getName();

    /** The next append of this unit of work, and only that one, carries the key. */
    public void attachTo(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().put(RESOURCE, this);
    }

    static Optional<OnceKey> takeFrom(UnitOfWork<?> unitOfWork) {
        return Optional.ofNullable((OnceKey) unitOfWork.root().resources().remove(RESOURCE));
    }
}

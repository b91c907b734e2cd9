package vn.thidua.platform.sealing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.thidua.platform.values.Sealed;

/** The keys of one installation. Whoever destroys one makes all that was sealed with it unreadable, wherever it lies. */
public interface KeyRing {

    /**
     * Seals a text; the subject's key is made at its first use.
     *
     * @param subject as {@code person:0190...}
     * @throws ErasedException if the subject's key was destroyed
     */
    Sealed seal(String subject, String text);

    /** The text; empty if it was erased. */
    Optional<String> open(Sealed sealed);

    /**
     * The same for many at once, with few questions to the key store.
     *
     * @return the texts; what was erased is not in it
     */
    default Map<Sealed, String> openAll(Collection<Sealed> sealed) {
        Map<Sealed, String> texts = new HashMap<>();
        for (Sealed one : sealed) {
            open(one).ifPresent(text -> texts.put(one, text));
        }
        return texts;
    }

    /** Makes the keys of many new subjects at once, so that sealing for each need not. Those that have one keep it. */
    default void prepare(Collection<String> subjects) {}

    /** Destroys the subject's key for good. Called again it does nothing. */
    void destroy(String subject);

    /** HMAC-SHA-256 under a key of this installation, as hexadecimal digits: finds duplicates, tells nothing. */
    String blindIndex(String purpose, String normalized);
}

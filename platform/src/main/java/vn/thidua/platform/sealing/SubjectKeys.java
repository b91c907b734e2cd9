package vn.thidua.platform.sealing;

import java.util.Optional;

/** The keys of the ring for what is not a text. */
public interface SubjectKeys {

    /**
     * The subject's key; made at its first use.
     *
     * @throws ErasedException if it was destroyed
     */
    SubjectKey keyOf(String subject);

    /**
     * The subject's key; empty if it was destroyed.
     *
     * @throws SealBrokenException if there never was one
     */
    Optional<SubjectKey> existingKeyOf(String subject);

    /** Destroys the subject's key for good. */
    void destroy(String subject);
}

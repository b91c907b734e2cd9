package vn.thidua.platform.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.thidua.platform.eventstore.PublishedHead;

/**
 * What one backup consists of.
 *
 * @param format {@link #FORMAT}
 * @param id names the backup; sorts by time
 * @param installation whose it is
 * @param begun when it was begun; what was acknowledged before is in it
 * @param finished when all of it was on the disk
 * @param streams the logs, each up to the same moment
 * @param parts the files; parts of earlier backups in the same folder among them
 */
record Manifest(
        String format,
        String id,
        String installation,
        Instant begun,
        Instant finished,
        List<Stream> streams,
        List<Part> parts) {

    static final String FORMAT = "thidua-backup-1";

    Manifest {
        streams = List.copyOf(streams);
        parts = List.copyOf(parts);
    }

    /**
     * The log of a context.
     *
     * @param next position behind its last event
     * @param hash of its last commit, hexadecimal
     * @param commits how many
     */
    record Stream(String context, long next, String hash, long commits) {

        PublishedHead head() {
            return new PublishedHead(next, hash);
        }
    }

    /** What a file holds; each is BSON documents, one behind the other. */
    enum Kind {
        /** Commits of a log, from one position to another. */
        COMMITS,
        /** A collection as it was. */
        ROWS,
        /** Sealed pieces of files that earlier backups in the folder do not hold. */
        PIECES
    }

    /**
     * A file.
     *
     * @param context whose
     * @param collection where its documents belong
     * @param file name in the folder {@code parts}
     * @param sha256 of the file, hexadecimal
     * @param from of commits: first position; otherwise 0
     * @param next of commits: position behind the last one; otherwise 0
     */
    record Part(
            Kind kind,
            String context,
            String collection,
            String file,
            long bytes,
            String sha256,
            long documents,
            long from,
            long next) {}

    Optional<Stream> stream(String context) {
        return streams.stream()
                .filter(stream -> stream.context().equals(context))
                .findFirst();
    }

    /** The files of one kind and context, in the order in which they belong together. */
    List<Part> parts(Kind kind, String context) {
        return parts.stream()
                .filter(part -> part.kind() == kind && part.context().equals(context))
                .toList();
    }
}

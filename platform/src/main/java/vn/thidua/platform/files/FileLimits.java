package vn.thidua.platform.files;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a caller takes.
 *
 * @param bytes most that a file may have
 * @param types those that are allowed
 */
public record FileLimits(long bytes, Set<FileType> types) {

    public FileLimits {
        if (bytes < 0 || types.isEmpty()) {
            throw new IllegalArgumentException("limits that nothing can keep");
        }
        types = Set.copyOf(types);
    }

    /** At most so many bytes, of these types. */
    public static FileLimits of(long bytes, FileType first, FileType... more) {
        return new FileLimits(bytes, EnumSet.of(first, more));
    }
}

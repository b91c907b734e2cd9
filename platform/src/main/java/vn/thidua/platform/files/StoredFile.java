package vn.thidua.platform.files;

import java.time.Instant;

/**
 * A file that was taken in.
 *
 * @param id random
 * @param name as the sender calls it, cleaned; for people only
 * @param size bytes
 * @param sha256 of the bytes, 64 hexadecimal digits
 * @param owner who sent it: id of a person or client
 */
public record StoredFile(String id, String name, FileType type, long size, String sha256, String owner, Instant at) {}

package vn.thidua.platform.eventstore;

/**
 * The end of a log at some moment.
 *
 * @param next position of the next event then
 * @param hash of the last commit then, in hexadecimal digits
 */
public record PublishedHead(long next, String hash) {}

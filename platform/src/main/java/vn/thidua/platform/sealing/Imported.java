package vn.thidua.platform.sealing;

/**
 * What an import of keys led to.
 *
 * @param added keys and tombstones that are new here
 * @param there those that were here already
 * @param destroyed subjects whose key was here and whose tombstone came
 */
public record Imported(long added, long there, long destroyed) {}

package vn.thidua.platform.context;

/**
 * A command that a policy or a listener asks for.
 *
 * @param target id of what it is about; part of the once-key
 */
public record Wanted(String target, Object command) {}

package vn.thidua.platform.view;

/**
 * One filling of a view: a version, and which time it is filled.
 *
 * @param run 0 for the first time; each rebuild of the same version counts one up
 */
public record Filled(String view, int version, int run) {

    /** Name of the collection with its rows. */
    public String collection() {
        return view + "_v" + version + (run == 0 ? "" : "_r" + run);
    }

    /** Name of the processor or feed that fills it. */
    public String processor() {
        return view + "-v" + version + (run == 0 ? "" : "-r" + run);
    }
}

package vn.thidua.platform.web.problem;

import java.util.List;

/** One of the platform's own problems, thrown where it is found. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient List<FieldProblem> errors;

    public ProblemException(ProblemType type, FieldProblem... errors) {
        super(type.code(), null, false, false);
        this.type = type;
        this.errors = List.of(errors);
    }

    /** A header or parameter that has another form than it should. */
    public static ProblemException malformed(String name, String vi, String en) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, new FieldProblem(name, vi, en));
    }

    /** What it is. */
    public ProblemType type() {
        return type;
    }

    /** Which fields are to blame. */
    public List<FieldProblem> errors() {
        return errors;
    }
}

package vn.thidua.platform.web.problem;

/**
 * What is wrong with one field.
 *
 * @param field its place in what was sent, as {@code tasks[2].name}; the name of the parameter or header elsewhere
 * @param vi what is wrong and what to do, in Vietnamese
 * @param en the same in English
 */
public record FieldProblem(String field, String vi, String en) {}

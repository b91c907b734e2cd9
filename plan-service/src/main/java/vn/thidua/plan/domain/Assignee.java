package vn.thidua.plan.domain;

import java.util.List;

/**
 * Who is named in a plan: the words of the document, and whom they mean. Words may mean nobody known, or several.
 *
 * @param words as in the document, as {@code Văn phòng – Thống kê}
 */
public record Assignee(String words, List<Target> targets) {

    public Assignee {
        targets = List.copyOf(targets);
    }

    public static Assignee of(String words, Target... targets) {
        return new Assignee(words, List.of(targets));
    }
}

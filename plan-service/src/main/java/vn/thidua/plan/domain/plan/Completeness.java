package vn.thidua.plan.domain.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.values.RejectedException;

/** What a plan must have to be in force. */
final class Completeness {

    private Completeness() {}

    /** @throws RejectedException naming all that is missing, or was read and not decided on, at once */
    static void check(PlanDetails details, Collection<Integer> tasks, Undecided undecided) {
        List<String> missing = new ArrayList<>();
        if (!isNumbered(details.documentNumber())) {
            missing.add(PlanField.DOCUMENT_NUMBER.path());
        }
        if (details.issueDate() == null) {
            missing.add(PlanField.ISSUE_DATE.path());
        }
        if (details.recipients().isEmpty()) {
            missing.add(PlanField.RECIPIENTS.path());
        }
        PlanDetails.Signatory signatory = details.signatory();
        if (isBlank(signatory == null ? null : signatory.position())) {
            missing.add(PlanField.SIGNATORY.path() + ".position");
        }
        if (isBlank(signatory == null ? null : signatory.name())) {
            missing.add(PlanField.SIGNATORY.path() + ".name");
        }
        if (tasks.isEmpty() && undecided.tasks().isEmpty()) {
            missing.add("tasks");
        }
        // what waits for a decision is named as such: it need not be typed in
        undecided.fields().forEach(field -> missing.removeIf(path -> isOf(path, field)));
        List<String> open = Stream.concat(
                        undecided.fields().stream().map(PlanField::path),
                        undecided.tasks().stream().map(n -> "tasks[" + n + "]"))
                .toList();
        if (!missing.isEmpty() || !open.isEmpty()) {
            throw new RejectedException(new PlanRejection.Incomplete(missing, open));
        }
    }

    private static boolean isOf(String path, PlanField field) {
        return path.equals(field.path()) || path.startsWith(field.path() + ".");
    }

    /** "Số: /KH-UBND" is the blank form: the number is still to come. */
    private static boolean isNumbered(@Nullable String number) {
        return number != null && number.codePoints().anyMatch(Character::isDigit);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

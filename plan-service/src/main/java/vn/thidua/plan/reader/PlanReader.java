package vn.thidua.plan.reader;

import vn.thidua.plan.reader.fields.ProposalAssembler;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.intake.DocumentIntake;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.plan.reader.intake.RefusedException;
import vn.thidua.plan.reader.source.DocumentComposer.TextTooLongException;
import vn.thidua.plan.reader.source.SourceDocument;

/** Reads the file of a plan. Has no state; may be used by many threads at once. */
public final class PlanReader {
    private final ReadLimits limits;

    public PlanReader(ReadLimits limits) {
        this.limits = limits;
    }

    /**
     * @param file all bytes; what kind of file it is they say themselves
     */
    public Reading read(byte[] file) {
        try {
            if (file.length > limits.bytes()) {
                throw new RefusedException(RefusalReason.TOO_LARGE);
            }
            Budget budget = Budget.of(limits.time(), limits.characters());
            SourceDocument document = DocumentIntake.read(file, budget);
            budget.check();
            return new Reading.Proposed(ProposalAssembler.propose(document, budget));
        } catch (RefusedException refused) {
            return refusal(refused.reason(), refused.detail());
        } catch (TextTooLongException tooLong) {
            return refusal(RefusalReason.TEXT_TOO_LONG, "");
        } catch (OutOfMemoryError | StackOverflowError exhausted) {
            // the last line behind the limits of each intake: what was built so far is garbage now
            return refusal(RefusalReason.TOO_MUCH_MEMORY, "");
        }
    }

    private static Reading refusal(RefusalReason reason, String detail) {
        String message = detail.isEmpty() ? reason.message() : reason.message() + " " + detail;
        return new Reading.Refused(reason, message, reason.remedy());
    }
}

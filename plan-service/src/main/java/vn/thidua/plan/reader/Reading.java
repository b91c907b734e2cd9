package vn.thidua.plan.reader;

import vn.thidua.plan.reader.intake.RefusalReason;

/** What became of a file: a proposal, or a refusal that says what to do. */
public sealed interface Reading {

    record Proposed(PlanProposal proposal) implements Reading {}

    /**
     * @param message what is wrong, in Vietnamese
     * @param remedy what the sender can do, in Vietnamese
     */
    record Refused(RefusalReason reason, String message, String remedy) implements Reading {}
}

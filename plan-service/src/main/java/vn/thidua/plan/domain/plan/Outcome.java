package vn.thidua.plan.domain.plan;

/** What a person made of a value that was proposed. */
public enum Outcome {
    ACCEPTED,
    CORRECTED,
    DROPPED,
    /** Was not proposed: written by hand, copied, or taken over from the plan above. */
    ADDED
}

package vn.thidua.platform.context;

import vn.thidua.platform.values.Rejection;

/** What the command is for is not there. */
public record UnknownAggregate() implements Rejection {

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }

    @Override
    public String code() {
        return "not-found";
    }

    @Override
    public String vietnamese() {
        return "Không tìm thấy.";
    }

    @Override
    public String english() {
        return "There is no such thing.";
    }
}

package vn.thidua.torture;

/** The processes of an installation. */
public enum Part {
    LAUNCHER("the launcher"),
    PLAN_SERVICE("plan-service"),
    SECOND_WRITER(Launched.SECOND_WRITER),
    ROSTER_SERVICE("roster-service"),
    MONGOD("mongod"),
    KAFKA("kafka");

    private final String words;

    Part(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}

package vn.thidua.torture.cases;

import vn.thidua.torture.Case;
import vn.thidua.torture.Stage;

/** A case in a few lines. */
record Simple(String name, String promise, Ground ground, boolean isShort, Doing doing) implements Case {

    /** What it does. */
    @FunctionalInterface
    interface Doing {
        void run(Stage stage) throws Exception;
    }

    @Override
    public void run(Stage stage) throws Exception {
        doing.run(stage);
    }
}

package vn.thidua.plan.reader.intake.pdf;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import vn.thidua.plan.reader.intake.Budget;

/** The bytes of the file; asks the budget on the way, so that a search through a broken file ends. */
final class GuardedBytes extends RandomAccessReadBuffer {
    private static final int BETWEEN_CHECKS = 1 << 14;

    private final Budget budget;
    private int reads;

    GuardedBytes(byte[] bytes, Budget budget) {
        super(bytes);
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        tick();
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        tick();
        return super.read(target, offset, length);
    }

    @Override
    public void seek(long position) throws IOException {
        tick();
        super.seek(position);
    }

    private void tick() {
        if (++reads % BETWEEN_CHECKS == 0) {
            budget.check();
        }
    }
}

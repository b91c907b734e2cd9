package vn.thidua.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FeedPulseTest {

    private final AtomicLong time = new AtomicLong();
    private final FeedPulse pulse = new FeedPulse(time::get);

    private void pass(int seconds) {
        time.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void aFeedWithoutWorkDoesNotAge() {
        pass(100);
        assertThat(pulse.age()).isZero();
        pulse.recordsWait();
        assertThat(pulse.age()).isZero();
    }

    @Test
    void itAgesWhileRecordsWaitHoweverOftenThatIsSeen() {
        pulse.recordsWait();
        pass(40);
        pulse.recordsWait();
        pass(30);
        assertThat(pulse.age()).isEqualTo(Duration.ofSeconds(70));
        pulse.moved();
        pass(5);
        assertThat(pulse.age()).isEqualTo(Duration.ofSeconds(5));
        pulse.nothingWaits();
        assertThat(pulse.age()).isZero();
    }
}

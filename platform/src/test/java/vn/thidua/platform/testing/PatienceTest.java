package vn.thidua.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The helpers fail when they should. */
class PatienceTest {

    @TempDir
    Path received;

    @Test
    void whatComesAtTheThirdLookIsWaitedFor() {
        var looks = new AtomicInteger();
        Eventually.eventually("three looks were taken", () -> looks.incrementAndGet() == 3);
        assertThat(looks).hasValue(3);
    }

    @Test
    void whatNeverComesIsNamedWithItsLastFailure() {
        assertThatThrownBy(() -> Eventually.within(Duration.ofMillis(30), "the cow flies", () -> {
                    throw new IllegalStateException("no wings");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("until the cow flies")
                .hasRootCauseMessage("no wings");
    }

    @Test
    void whatNobodyApprovedFailsAndIsKept() throws Exception {
        assertThatThrownBy(() -> Approved.approve("nobody.txt", "text", received))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nothing is approved yet as nobody.txt");
        assertThat(Files.readString(received.resolve("nobody.txt"))).isEqualTo("text\n");
    }

    @Test
    void aDifferenceFailsAndShowsBoth() {
        assertThatThrownBy(() -> Approved.approve("commit.json", "another text", received))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("this is not what was approved")
                .hasMessageContaining("another text");
    }
}

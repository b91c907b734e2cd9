package vn.thidua.gateway.signin.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.thidua.gateway.signin.SignInProperties;

class PasswordsTest {

    private static Passwords passwords(int memory, int concurrent, int waiting) {
        return new Passwords(
                new SignInProperties.Passwords(memory, 1, concurrent, waiting, Duration.ofSeconds(30), 15));
    }

    @Test
    void theHashIsArgon2idWithTheCostOfTheSettingsAndASaltOfItsOwn() {
        Passwords passwords = passwords(64, 1, 10);

        String hash = passwords.encode("sáu con trâu qua sông");

        assertThat(hash)
                .startsWith("$argon2id$v=19$m=64,t=1,p=1$")
                .isNotEqualTo(passwords.encode("sáu con trâu qua sông"));
        assertThat(passwords.matches("sáu con trâu qua sông", hash)).isTrue();
        assertThat(passwords.matches(Normalizer.normalize("sáu con trâu qua sông", Normalizer.Form.NFD), hash))
                .isTrue();
        assertThat(passwords.matches("sáu con trâu qua suối", hash)).isFalse();
    }

    @Test
    void whatIsBeyondTheFirstHundredCharactersCounts() {
        Passwords passwords = passwords(64, 1, 10);
        String hash = passwords.encode("a".repeat(255) + "b");

        assertThat(passwords.matches("a".repeat(255) + "b", hash)).isTrue();
        assertThat(passwords.matches("a".repeat(255) + "c", hash)).isFalse();
        assertThat(passwords.matches("a".repeat(255) + "bb", hash)).isFalse();
    }

    @Test
    void withoutAHashTheSameIsComputedAndTheAnswerIsNo() {
        Passwords passwords = passwords(64, 1, 10);
        long before = passwords.computed();

        assertThat(passwords.matches("gì cũng được", null)).isFalse();
        assertThat(passwords.matches("", passwords.encode("x"))).isFalse();
        assertThat(passwords.matches("x".repeat(1000), null)).isFalse();

        assertThat(passwords.computed()).isEqualTo(before + 4);
    }

    @Test
    void whoComesWhenTooManyWaitIsToldSo() throws Exception {
        // one at a time, each slow enough that the others meet it
        Passwords passwords = passwords(64 * 1024, 1, 2);
        List<Future<String>> running = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> hashing = () -> passwords.encode("sáu con trâu qua sông");
            for (int i = 0; i < 12; i++) {
                running.add(threads.submit(hashing));
            }
        }
        long refused = running.stream()
                .filter(each -> each.state() == Future.State.FAILED)
                .peek(each -> assertThat(each.exceptionNow()).isInstanceOf(PasswordsBusyException.class))
                .count();

        assertThat(refused).isPositive().isLessThan(12);
        assertThat(passwords.encode("sau đó vẫn làm được")).isNotEmpty();
        assertThatThrownBy(() -> passwords.encode(null)).isInstanceOf(IllegalArgumentException.class);
    }
}

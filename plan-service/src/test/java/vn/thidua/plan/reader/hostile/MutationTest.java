package vn.thidua.plan.reader.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.thidua.plan.reader.Reading;

/**
 * Fixtures with random faults are read or refused, and whatever is read points into its text.
 *
 * <p>The same faults in every run, so that a change is judged by what it changed. {@code -Dreader.mutations=2000} is the
 * long form, {@code -Dreader.seed=N} looks for new faults, and {@code -Dreader.mutation=M} does the one mutation a failure
 * has named.
 */
class MutationTest {
    private static final Path FIXTURES =
            Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "fixtures");
    private static final int MUTATIONS = Integer.getInteger("reader.mutations", 200);
    private static final long SEED = Long.getLong("reader.seed", 20_260_101);

    @Test
    void aFixtureWithRandomFaultsIsReadOrRefused() throws IOException {
        List<Path> fixtures = fixtures();
        int only = Integer.getInteger("reader.mutation", -1);
        System.out.println("reader.seed=" + SEED + " reader.mutations=" + MUTATIONS);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int i = Math.max(0, only); i < (only < 0 ? MUTATIONS : only + 1); i++) {
            Path fixture = fixtures.get(i % fixtures.size());
            String name = fixture.getFileName().toString();
            // a seed for each mutation, so that one can be done without those before it
            byte[] mutant = new Mutations(new Random(SEED * 1_000_003 + i)).of(name, Files.readAllBytes(fixture));
            Reading reading;
            try {
                reading = Guarded.read(mutant);
            } catch (Exception | AssertionError | StackOverflowError failed) {
                throw new AssertionError(
                        "-Dreader.seed=" + SEED + " -Dreader.mutation=" + i + " failed, a mutant of " + name, failed);
            }
            String outcome = reading instanceof Reading.Refused refused
                    ? refused.reason().name()
                    : "read";
            outcomes.merge(name.substring(name.lastIndexOf('.') + 1) + " " + outcome, 1, Integer::sum);
        }
        System.out.println(outcomes);
        assertThat(outcomes).isNotEmpty();
        if (only < 0 && MUTATIONS >= 100) {
            // faults that nothing survives, or that nothing notices, would test nothing
            assertThat(outcomes).containsKeys("txt read", "docx read", "pdf read", "docx DAMAGED");
        }
    }

    private static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            List<Path> found =
                    new ArrayList<>(files.filter(file -> file.toString().matches(".*\\.(txt|docx|pdf)"))
                            .sorted()
                            .toList());
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}

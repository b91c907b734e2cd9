package vn.thidua.plan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plans the reader is tuned on, of every tier and layout: read, written, and read again. */
class FixtureRoundTripTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", ".")).resolve("src/test/resources/fixtures/tune");
    private static final Map<Path, RoundTrip> DONE = new ConcurrentHashMap<>();

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreTenPlansAtLeastAndEachHasTasks() throws IOException {
        assertThat(documents()).hasSizeGreaterThanOrEqualTo(10).allSatisfy(file -> assertThat(of(file).tasks())
                .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyTaskIsReadAsItWasWritten(Path file) {
        assertThat(RoundTrip.told(of(file).tasksRead())).isEqualTo(RoundTrip.told(of(file).tasks()));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void headerTitleBasesRecipientsAndSignatoryAreReadAsTheyWereWritten(Path file) {
        RoundTrip trip = of(file);

        assertThat(RoundTrip.told(trip.issuerRead(), trip.detailsRead()))
                .isEqualTo(RoundTrip.told(trip.issuer(), trip.details()));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void targetsAndCampaignsAreReadAsTheyWereWritten(Path file) {
        RoundTrip trip = of(file);

        assertThat(RoundTrip.targets(trip.detailsRead())).isEqualTo(RoundTrip.targets(trip.details()));
        assertThat(RoundTrip.campaigns(trip.detailsRead())).isEqualTo(RoundTrip.campaigns(trip.details()));
    }

    /** A task in a table may say that a report is due where the same words in running text do not. */
    @ParameterizedTest
    @MethodSource("documents")
    void noReportIsLost(Path file) {
        RoundTrip trip = of(file);

        assertThat(RoundTrip.reports(trip.detailsRead())).containsAll(RoundTrip.reports(trip.details()));
    }

    private static RoundTrip of(Path file) {
        return DONE.computeIfAbsent(file, document -> {
            try {
                return RoundTrip.of(Files.readAllBytes(document));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

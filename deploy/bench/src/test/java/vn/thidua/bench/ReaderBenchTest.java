package vn.thidua.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thidua.plan.reader.PlanReader;
import vn.thidua.plan.reader.ReadLimits;

/** How long anything takes is not tested: a busy machine must not break a build. */
@NullMarked
class ReaderBenchTest {
    private static final InventedPlan.Sized PLAN = InventedPlan.ofSize(10_000);

    @ParameterizedTest
    @EnumSource
    void theBaselineReadsWhatTheReaderReads(Kind kind) {
        assertThat(Baseline.read(kind, kind.write(PLAN.parts()))).isPositive();
    }

    @Test
    void aRefusalStandsInTheTableByName(@TempDir Path folder) throws IOException {
        PlanReader strict = new PlanReader(new ReadLimits(1_000_000, Duration.ofMinutes(1), 100));
        Cell refused = new Cell(Kind.TEXT, Size.KB_10, PLAN);
        refused.round(strict, 0);
        Cell measured = new Cell(Kind.TEXT, Size.KB_10, PLAN);
        measured.round(new PlanReader(ReadLimits.DEFAULT), 0);

        assertThat(refused.isMeasured()).isFalse();
        assertThat(measured.isMeasured()).isTrue();
        assertThat(table(List.of(refused, measured)))
                .contains("refused: TEXT_TOO_LONG")
                .contains("14/14");
        Path json = folder.resolve("new").resolve("read.json");
        ReportJson.write(json, Setting.current(), Effort.SHORT, List.of(refused, measured));
        assertThat(Files.readString(json))
                .contains("\"refused\":\"TEXT_TOO_LONG\"")
                .contains("\"tasksRead\":14");
    }

    @Test
    void aRoundWithoutTimeStillReadsOneDocument() {
        Cell cell = new Cell(Kind.TEXT, Size.KB_10, PLAN);
        PlanReader reader = new PlanReader(ReadLimits.DEFAULT);
        cell.round(reader, 0);
        cell.round(reader, 0);
        assertThat(cell.readings()).hasSize(2);
        assertThat(cell.kept()).isPositive();
    }

    @Test
    void theGrowthOfACellOverItselfIsOne() {
        Cell cell = new Cell(Kind.TEXT, Size.KB_10, PLAN);
        cell.round(new PlanReader(ReadLimits.DEFAULT), 0);
        assertThat(cell.growthOver(cell)).isEqualTo(1);
    }

    @Test
    void numbersHaveThreeDigitsThatCount() {
        assertThat(new ArrayList<>(List.of(Report.number(1.234), Report.number(12.34), Report.number(1234.5))))
                .containsExactly("1.23", "12.3", "1235");
    }

    @Test
    void anUnknownOptionIsAWrongCall(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new ReaderBench(stream(new ByteArrayOutputStream()), stream(err), folder).run(List.of("--fast"));
        assertThat(code).isEqualTo(64);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: ./thidua bench read");
    }

    private static String table(List<Cell> cells) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Report(stream(out)).print(cells);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}

package vn.thidua.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.reader.PlanReader;
import vn.thidua.plan.reader.ReadLimits;
import vn.thidua.plan.reader.Reading;

@NullMarked
class InventedPlanTest {

    @ParameterizedTest
    @EnumSource
    void theReaderFindsEachTaskThatWasWritten(Kind kind) {
        // enough rows for three pages
        PlanProposal proposal = read(kind, 40);

        assertThat(proposal.tasks()).hasSize(40);
        assertThat(proposal.tasks().getFirst().ordinal()).isEqualTo("1");
        assertThat(proposal.tasks().getLast().ordinal()).isEqualTo("40");
        assertThat(proposal.tasks()).allSatisfy(task -> {
            assertThat(task.deadlineText()).isNotBlank();
            assertThat(task.lead()).hasSize(1);
            assertThat(task.coordinators()).hasSize(1);
        });
        assertThat(proposal.documentNumber()).isEqualTo("15/KH-UBND");
        assertThat(proposal.year()).isEqualTo(2026);
        assertThat(proposal.signatory()).isEqualTo(new PlanProposal.Signatory("CHỦ TỊCH", "Hoàng Thế Mẫn"));
    }

    @ParameterizedTest
    @EnumSource
    void aPlanHasTheSizeAskedForHoweverItIsWritten(Kind kind) {
        InventedPlan.Sized plan = InventedPlan.ofSize(30_000);

        PlanProposal proposal = read(kind, plan.rows());

        assertThat(proposal.text().getBytes(StandardCharsets.UTF_8).length).isCloseTo(30_000, within(1_000));
        assertThat(proposal.tasks()).hasSize(plan.rows());
    }

    @Test
    void theSmallestPlanHasOneTask() {
        assertThat(read(Kind.TEXT, 1).tasks()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"TEXT", "PDF"})
    void theSameRowsGiveTheSameBytes(Kind kind) {
        assertThat(kind.write(InventedPlan.of(20))).isEqualTo(kind.write(InventedPlan.of(20)));
    }

    private static PlanProposal read(Kind kind, int rows) {
        Reading reading = new PlanReader(ReadLimits.DEFAULT).read(kind.write(InventedPlan.of(rows)));
        assertThat(reading).isInstanceOf(Reading.Proposed.class);
        return ((Reading.Proposed) reading).proposal();
    }
}

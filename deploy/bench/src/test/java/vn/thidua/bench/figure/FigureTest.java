package vn.thidua.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FigureTest {

    private static Figure figure(Target target) {
        Figure figure = new Figure("appends", "1/s", "insertOne", target);
        figure.add(100, 50);
        figure.add(300, 600);
        figure.add(900, 300);
        return figure;
    }

    @Test
    void theRatioIsThatOfTheMiddleRoundAndNotOfTheMedians() {
        Figure figure = figure(Target.atLeast(2, null));
        // 2, 0.5 and 3 by rounds; of the medians it would be 1
        assertThat(figure.ratio()).isEqualTo(2.0);
        assertThat(figure.median()).isEqualTo(300.0);
        assertThat(figure.baselineMedian()).isEqualTo(300.0);
        assertThat(figure.rounds()).isEqualTo(3);
    }

    @Test
    void theSpreadIsThatOfTheRatiosForALoadOfTheMachineTouchesBothSides() {
        // from 0.5 to 3 around 2
        assertThat(figure(Target.atLeast(2, null)).spread()).isEqualTo(1.25, within(1e-9));
        Figure alone = new Figure("loads", "1/s", null, null);
        alone.add(90);
        alone.add(100);
        alone.add(120);
        assertThat(alone.spread()).isEqualTo(0.3, within(1e-9));
        Figure nothing = new Figure("behind", "events", null, null);
        nothing.add(0);
        assertThat(nothing.spread()).isZero();
    }

    @Test
    void aTargetIsMetMissedOrSurpassed() {
        assertThat(figure(Target.atLeast(2.5, 4.0)).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(figure(Target.atLeast(2, 4.0)).verdict()).isEqualTo(Verdict.MET);
        assertThat(figure(Target.atLeast(1, 1.5)).verdict()).isEqualTo(Verdict.STRETCH);
        assertThat(figure(Target.atMost(2, 1.3)).verdict()).isEqualTo(Verdict.MET);
        assertThat(figure(Target.atMost(1.9, 1.3)).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(figure(Target.valueAtMost(300, 299.0)).verdict()).isEqualTo(Verdict.MET);
        assertThat(new Figure("appends", "1/s", "insertOne", Target.atLeast(1, null)).verdict())
                .isEqualTo(Verdict.NONE);
    }

    @Test
    void aRoundHasABaselineOrNone() {
        assertThatThrownBy(() -> figure(Target.atLeast(2, null)).add(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Figure("loads", "1/s", null, null).add(1, 1))
                .isInstanceOf(IllegalStateException.class);
    }
}

package vn.thidua.bench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void theRatioIsThatOfTheMiddleRoundAndNotOfTheMedians() {
        Figure figure = new Figure("appends", "1/s", "insertOne");
        figure.values.addAll(List.of(100.0, 300.0, 900.0));
        figure.baselines.addAll(List.of(50.0, 600.0, 300.0));
        // 2, 0.5 and 3 by rounds; of the medians it would be 1
        assertThat(figure.ratio()).isEqualTo(2.0);
        assertThat(figure.median()).isEqualTo(300.0);
        assertThat(figure.baselineMedian()).isEqualTo(300.0);
    }
}

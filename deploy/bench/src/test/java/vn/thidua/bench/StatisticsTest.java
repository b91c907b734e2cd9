package vn.thidua.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class StatisticsTest {

    @Test
    void theMedianIsTheMiddleOne() {
        assertThat(Statistics.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2.0);
    }

    @Test
    void ofAnEvenNumberTheMedianIsBetweenTheTwoInTheMiddle() {
        assertThat(Statistics.median(List.of(8.0, 1.0, 2.0, 4.0))).isEqualTo(3.0);
    }

    @Test
    void aPercentileIsAValueThatWasSeen() {
        List<Double> hundred = IntStream.rangeClosed(1, 100)
                .mapToObj(value -> (double) (101 - value))
                .toList();
        assertThat(Statistics.percentile(hundred, 50)).isEqualTo(50);
        assertThat(Statistics.percentile(hundred, 99)).isEqualTo(99);
        assertThat(Statistics.percentile(hundred, 100)).isEqualTo(100);
    }

    @Test
    void ofFewValuesTheHighPercentileIsTheLargest() {
        assertThat(Statistics.percentile(List.of(3.0, 7.0, 5.0), 99)).isEqualTo(7.0);
        assertThat(Statistics.percentile(List.of(4.0), 50)).isEqualTo(4.0);
    }

    @Test
    void theSpreadIsAPartOfTheMedian() {
        assertThat(Statistics.spread(List.of(9.0, 10.0, 12.0))).isEqualTo(0.3);
    }

    @Test
    void nothingHasNoMedian() {
        assertThatIllegalArgumentException().isThrownBy(() -> Statistics.median(List.of()));
    }
}

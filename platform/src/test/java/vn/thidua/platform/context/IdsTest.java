package vn.thidua.platform.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void freshOnesAreOfVersionSevenAndSortByTime() {
        var ids = IntStream.range(0, 1000).mapToObj(_ -> Ids.fresh()).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates().allSatisfy(id -> assertThat(
                        UUID.fromString(id).version())
                .isEqualTo(7));
    }

    @Test
    void derivedOnesAreOfVersionFiveAndStayWhatTheyAre() {
        String id = Ids.derived("account-name", "chi", "2026");
        assertThat(UUID.fromString(id).version()).isEqualTo(5);
        // stored ids hang on it: this value never changes
        assertThat(id).isEqualTo("23b1a48b-cab3-535a-8619-6b44ec96d9f7");
    }

    @Test
    void otherPartsOrNamespacesGiveOtherIds() {
        assertThat(Ids.derived("a", "bc", "d"))
                .isNotEqualTo(Ids.derived("a", "b", "cd"))
                .isNotEqualTo(Ids.derived("a", "bcd"))
                .isNotEqualTo(Ids.derived("b", "bc", "d"));
    }
}

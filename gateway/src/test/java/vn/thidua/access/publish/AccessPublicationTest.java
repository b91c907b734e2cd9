package vn.thidua.access.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.access.EventSamples;
import vn.thidua.access.domain.account.AccountEvent;
import vn.thidua.contracts.AccessContract;
import vn.thidua.contracts.ContractEvent;
import vn.thidua.contracts.ContractTypes;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.publish.ContractJson;

class AccessPublicationTest {

    private static List<ContractEvent> published(Object event) {
        return new AccessPublication()
                .publish(new LoggedEvent("e-1", event, null, null, 0, 0, Instant.EPOCH, Map.of()));
    }

    private static Stream<Object> all() {
        return Stream.of(
                        EventSamples.accounts(),
                        EventSamples.claims(),
                        EventSamples.administrators(),
                        EventSamples.clients())
                .flatMap(List::stream);
    }

    @Test
    void whatIsPublishedIsWhatTheSamplesOfTheContractsSay() throws IOException {
        Set<Class<?>> seen = new HashSet<>();
        for (Object event : all().toList()) {
            for (ContractEvent contract : published(event)) {
                seen.add(contract.getClass());
                assertThat(JsonMapper.shared()
                                .readTree(new String(ContractJson.write(contract), StandardCharsets.UTF_8)))
                        .isEqualTo(JsonMapper.shared()
                                .readTree(sample(contract.getClass().getSimpleName())));
            }
        }
        assertThat(seen)
                .isEqualTo(ContractTypes.all().records().values().stream()
                        .filter(AccessContract.class::isAssignableFrom)
                        .collect(Collectors.toSet()));
    }

    private static String sample(String name) throws IOException {
        try (InputStream file = AccessContract.class.getResourceAsStream("/samples/" + name + ".json")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void neitherANameNorAHashNorAReasonLeaves() {
        String sealedText = EventSamples.sealed(601).ct();

        all().flatMap(event -> published(event).stream())
                .forEach(contract -> assertThat(new String(ContractJson.write(contract), StandardCharsets.UTF_8))
                        .doesNotContain(sealedText, "9f86d081", "60303ae2", "fd61a03a", "n4bQgYhMfWWaL"));
    }

    @Test
    void whatNoUnitLooksAfterSaysSo() {
        assertThat(published(new AccountEvent.AccountOpened("a", null, null, EventSamples.sealed(1), "i", "system")))
                .containsExactly(new AccessContract.AccountOpenedV1("a", AccessContract.INSTALLATION, null));
    }
}

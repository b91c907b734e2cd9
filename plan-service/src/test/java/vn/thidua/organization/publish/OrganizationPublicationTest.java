package vn.thidua.organization.publish;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.contracts.ContractEvent;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.organization.EventSamples;
import vn.thidua.organization.domain.person.PersonEvent;
import vn.thidua.organization.domain.unit.UnitEvent;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.publish.ContractJson;

class OrganizationPublicationTest {

    private static List<ContractEvent> published(Object event) {
        return new OrganizationPublication()
                .publish(new LoggedEvent("e-1", event, null, null, 0, 0, Instant.EPOCH, Map.of()));
    }

    private static Stream<Object> all() {
        return Stream.of(
                        EventSamples.units(),
                        EventSamples.people(),
                        EventSamples.codes(),
                        EventSamples.citizens(),
                        EventSamples.groups())
                .flatMap(List::stream);
    }

    @Test
    void whatIsPublishedIsWhatTheSamplesOfTheContractsSay() throws IOException {
        Set<Class<?>> seen = new HashSet<>();
        for (Object event : all().toList()) {
            if (event instanceof UnitEvent.UnitWithdrawn || event instanceof PersonEvent.PersonCorrected) {
                continue; // published in the form of another; below
            }
            for (ContractEvent contract : published(event)) {
                seen.add(contract.getClass());
                assertThat(JsonMapper.shared()
                                .readTree(new String(ContractJson.write(contract), StandardCharsets.UTF_8)))
                        .isEqualTo(JsonMapper.shared()
                                .readTree(sample(contract.getClass().getSimpleName())));
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(records());
    }

    private static Class<?>[] records() {
        return OrganizationContract.class.getPermittedSubclasses();
    }

    private static String sample(String name) throws IOException {
        try (InputStream file = OrganizationContract.class.getResourceAsStream("/samples/" + name + ".json")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void anActOverSeveralUnitsIsToldOnce() {
        long told = EventSamples.units().stream()
                .filter(event -> event instanceof UnitEvent.UnitFormed
                        || event instanceof UnitEvent.UnitEnded
                        || event instanceof UnitEvent.UnitTransferred)
                .mapToLong(event -> published(event).size())
                .sum();

        assertThat(told).isZero();
    }

    @Test
    void aUnitRecordedInErrorIsToldAsOneThatNeverWas() {
        UnitEvent.UnitWithdrawn withdrawn = EventSamples.units().stream()
                .filter(UnitEvent.UnitWithdrawn.class::isInstance)
                .map(UnitEvent.UnitWithdrawn.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(published(withdrawn))
                .containsExactly(new OrganizationContract.UnitDissolvedV1(
                        withdrawn.unit(), null, List.of(), withdrawn.effective()));
    }

    @Test
    void theCitizenIdIsToldToNobody() {
        assertThat(all().flatMap(event -> published(event).stream())
                        .map(contract -> new String(ContractJson.write(contract), StandardCharsets.UTF_8)))
                .isNotEmpty()
                .noneMatch(json -> json.contains("9f86d081") || json.contains("citizen"));
    }
}

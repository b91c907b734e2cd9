package vn.thidua.platform.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import vn.thidua.platform.ledger.AccountEvent;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.testing.Approved;

class EnvelopeTest {

    private final LedgerLog log = new LedgerLog();
    private final ContractRecords records = new ContractRecords(
            "0193-installation", "ledger", LedgerPublication.types("ledger"), new LedgerPublication());

    @Test
    void theFormOfARecordIsApproved() {
        List<ProducerRecord<String, byte[]>> made = new java.util.ArrayList<>();
        made.addAll(
                records.of(log.append(new AccountEvent.AccountOpened("a1", "Quỹ thi đua", LocalDate.of(2026, 3, 1)))));
        made.addAll(records.of(log.append(new AccountEvent.MoneySent("a1", "a2", 5))));
        Approved.approve("records.txt", made.stream().map(EnvelopeTest::text).collect(Collectors.joining("\n\n")));
    }

    @Test
    void anEnvelopeReadsBackEqual() {
        LoggedEvent event = log.append(new AccountEvent.MoneySent("a1", "a2", 5));
        ProducerRecord<String, byte[]> second = records.of(event).get(1);
        assertThat(EnvelopeCodec.read(second.headers())).hasValueSatisfying(envelope -> {
            assertThat(envelope)
                    .isEqualTo(new Envelope(
                            event.id() + "/1",
                            "/0193-installation/ledger",
                            "vn.thidua.ledger.BalanceChangedV1",
                            event.at(),
                            "account/a1",
                            0,
                            0,
                            1,
                            "unit-of-a1",
                            "person-1",
                            "correlation-1",
                            null));
        });
    }

    @Test
    void whatIsMissingOrNoNumberIsNotOurs() {
        var headers = records.of(log.append(new AccountEvent.Deposited("a1", 5)))
                .getFirst()
                .headers();
        headers.remove("ce_position");
        assertThat(EnvelopeCodec.read(headers)).isEmpty();
        headers.add("ce_position", "soon".getBytes(StandardCharsets.UTF_8));
        assertThat(EnvelopeCodec.read(headers)).isEmpty();
    }

    @Test
    void anOlderRecordIsReadWithoutWhatCameLater() {
        var read = ContractJson.read(
                "{\"account\":\"a1\",\"later\":{\"x\":1}}".getBytes(StandardCharsets.UTF_8),
                LedgerContract.BalanceChangedV1.class);
        assertThat(read).isEqualTo(new LedgerContract.BalanceChangedV1("a1", 0));
    }

    @Test
    void whatCouldNotBeSentIsRefusedBeforeItIsAppended() {
        var size = new PublicationSize(new LedgerPublication(), 90);
        LoggedEvent small = log.append(new AccountEvent.Deposited("a1", 5));
        size.check(List.of(small, small));
        assertThatThrownBy(() -> size.check(List.of(small, small, small, small)))
                .isInstanceOf(PublicationTooLargeException.class)
                .hasMessageContaining("at most 90");
    }

    private static String text(ProducerRecord<String, byte[]> record) {
        return "topic: " + record.topic() + "\nkey: " + record.key() + "\n"
                + StreamSupport.stream(record.headers().spliterator(), false)
                        .map(header -> header.key() + ": " + new String(header.value(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("\n"))
                + "\n" + new String(record.value(), StandardCharsets.UTF_8);
    }
}

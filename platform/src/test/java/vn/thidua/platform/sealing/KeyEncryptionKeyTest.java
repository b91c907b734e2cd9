package vn.thidua.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyEncryptionKeyTest {

    @Test
    void itShowsNothing() {
        String secret = KeyEncryptionKey.random();
        KeyEncryptionKey key = KeyEncryptionKey.of("k1", secret);
        assertThat(key.toString()).isEqualTo("KeyEncryptionKey[***]").doesNotContain(secret);
        assertThat(Base64.getDecoder().decode(secret)).hasSize(32);
        assertThat(KeyEncryptionKey.random()).isNotEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "c2hvcnQ=", "not base64 at all, sorry", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void whatIsNo256BitKeyIsRefusedWithoutRepeatingIt(String wrong) {
        assertThatThrownBy(() -> KeyEncryptionKey.of("k1", wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"k1\"")
                .hasNoCause()
                .satisfies(e -> assertThat(wrong.isEmpty()
                                || !String.valueOf(e.getMessage()).contains(wrong))
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K1", "-k", "k_1", "k 1"})
    void idsArePlain(String id) {
        assertThatThrownBy(() -> KeyEncryptionKey.of(id, KeyEncryptionKey.random()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package vn.thidua.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void theyAreMadeOnce() {
        Home home = new Home(folder);
        Secrets made = Secrets.of(home);
        assertThat(Secrets.of(home)).isEqualTo(made);
        assertThat(UUID.fromString(made.installation()).version()).isEqualTo(4);
        assertThat(Base64.getDecoder().decode(made.secret())).hasSize(32);
        assertThat(made.keyEncryptionKey()).isNotEqualTo(made.secret());
        assertThat(Secrets.of(new Home(folder.resolve("other"))).secret()).isNotEqualTo(made.secret());
    }

    @Test
    void dataWithoutSecretsAreNotGivenNewOnes() throws Exception {
        Home home = new Home(folder);
        Secrets.of(home);
        JsonFile.write(home.choice(), new DatabaseChoice.Embedded().recorded(Instant.EPOCH));
        Files.delete(home.secrets().resolve("secrets.json"));
        assertThatThrownBy(() -> Secrets.of(home)).isInstanceOf(Refusal.class).hasMessageContaining("restore");
    }

    @Test
    void theyShowThemselvesNowhere() {
        Secrets made = Secrets.of(new Home(folder));
        var settings =
                new ServiceSettings("a-service", "App", 1, "mongodb://u:p@h/", "k", made, List.of("keys"), List.of());
        assertThat(made.toString()).doesNotContain(made.secret(), made.keyEncryptionKey());
        assertThat(settings.toString()).doesNotContain(made.secret(), made.keyEncryptionKey(), "u:p");
        assertThat(settings.arguments()).contains("--thidua.secret=" + made.secret());
    }
}

package vn.thidua.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {

    @Test
    void aStartMayAskForMore() {
        assertThat(Call.parse("up")).isEqualTo(new Call.Up(false, false, null));
        assertThat(Call.parse("up", "--apart", "--demo")).isEqualTo(new Call.Up(true, true, null));
        assertThat(Call.parse("up", "--host", "10.0.0.5")).isEqualTo(new Call.Up(false, false, "10.0.0.5"));
    }

    @Test
    void aTokenNamesRolesWithTheirUnits() {
        assertThat(Call.parse("token", "admin@u1", "village-head@u2", "--scope", "operations", "--as", "lan"))
                .isEqualTo(new Call.Token(List.of("ADMIN@u1", "VILLAGE-HEAD@u2"), List.of("operations"), "lan"));
    }

    @Test
    void aBackupAndARestoreNameTheirFolder() {
        assertThat(Call.parse("backup", "/b")).isEqualTo(new Call.Backup(Call.BackupAct.WRITE, Path.of("/b"), null));
        assertThat(Call.parse("backup", "/b", "--check", "--keys", "/k"))
                .isEqualTo(new Call.Backup(Call.BackupAct.CHECK, Path.of("/b"), Path.of("/k")));
        assertThat(Call.parse("restore", "/b")).isEqualTo(new Call.Restore(Path.of("/b"), null, null, null));
        assertThat(Call.parse("restore", "/b", "--from", "x", "--over", "y"))
                .isEqualTo(new Call.Restore(Path.of("/b"), null, "x", "y"));
    }

    @Test
    void theLogShowsItsEnd() {
        assertThat(Call.parse("logs")).isEqualTo(new Call.ShowLogs(50, false));
        assertThat(Call.parse("logs", "-f", "-n", "7")).isEqualTo(new Call.ShowLogs(7, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "start",
                "up --dem",
                "down now",
                "status -v",
                "logs -n",
                "logs -n x",
                "token admin",
                "token @u",
                "backup",
                "backup --check",
                "restore /b --over",
                "restore /b now"
            })
    void whatIsNotUnderstoodIsNamed(String line) {
        assertThatThrownBy(() -> Call.parse(line.split(" ", -1)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(Refusal.WRONG_CALL));
    }
}

package vn.thidua.plan.reader.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command says of files and outputs it cannot use. */
class UnreadableFilesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aNameThatNoFileCanHaveIsAFileThatIsNotThere() throws IOException {
        assertThat(run(out, "read", "ke\0hoach.txt")).isEqualTo(Main.NOT_READ);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Không có tệp này.");
        assertThat(out.size()).isZero();
    }

    @Test
    void aMissingFileIsNotCalledEmpty(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("rong.txt"));
        run(out, "read", folder.resolve("khong-co.txt").toString(), empty.toString());
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("{\"refused\":{\"reason\":\"UNREADABLE\"")
                .contains("{\"refused\":{\"reason\":\"EMPTY\"");
    }

    @Test
    void anOutputThatTakesNothingIsAFailure(@TempDir Path folder) throws IOException {
        Path plan = Files.writeString(folder.resolve("ke-hoach.txt"), "KẾ HOẠCH\nThi đua năm 2026\n");
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThat(run(full, "read", plan.toString())).isEqualTo(Main.NOT_WRITTEN);
    }

    private int run(OutputStream to, String... args) throws IOException {
        return new Main(
                        InputStream.nullInputStream(),
                        new PrintStream(to, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(args));
    }
}

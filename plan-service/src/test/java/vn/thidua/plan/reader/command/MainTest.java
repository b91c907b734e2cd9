package vn.thidua.plan.reader.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class MainTest {
    private static final String PLAN = """
            UBND XÃ AN LẠC
            Số: 05/KH-UBND
            An Lạc, ngày 12 tháng 02 năm 2025

            KẾ HOẠCH
            Công tác thi đua, khen thưởng năm 2025

            II. NỘI DUNG
            1. Tổ chức phát động phong trào thi đua trong toàn xã.
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path plan = Path.of("");
    private Path picture = Path.of("");

    @BeforeEach
    void writeFiles() throws IOException {
        plan = Files.writeString(folder.resolve("kế hoạch.txt"), PLAN);
        picture =
                Files.write(folder.resolve("ảnh.docx"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
    }

    @Test
    void oneFileIsOneObject() throws IOException {
        int code = run("read", plan.toString());

        assertThat(code).isZero();
        assertThat(json().path("documentNumber").asString()).isEqualTo("05/KH-UBND");
        assertThat(json().path("tasks").size()).isEqualTo(1);
        assertThat(json().path("text").asString()).isEqualTo(PLAN);
        assertThat(out()).endsWith("}\n").doesNotContain("\n  ");
        assertThat(err()).isEmpty();
    }

    @Test
    void severalFilesAreAnArrayInTheirOrder() throws IOException {
        Path other = Files.writeString(folder.resolve("b.txt"), PLAN.replace("05/KH", "06/KH"));

        int code = run("read", other.toString(), plan.toString());

        assertThat(code).isZero();
        assertThat(json().isArray()).isTrue();
        assertThat(json().path(0).path("documentNumber").asString()).isEqualTo("06/KH-UBND");
        assertThat(json().path(1).path("documentNumber").asString()).isEqualTo("05/KH-UBND");
    }

    @Test
    void aRefusedFileKeepsItsPlaceInTheArray() throws IOException {
        int code = run("read", plan.toString(), picture.toString(), plan.toString());

        assertThat(code).isEqualTo(2);
        assertThat(json().size()).isEqualTo(3);
        assertThat(json().path(0).has("refused")).isFalse();
        JsonNode refused = json().path(1).path("refused");
        assertThat(refused.path("reason").asString()).isEqualTo("PICTURE");
        assertThat(refused.path("message").asString()).isNotBlank();
        assertThat(refused.path("remedy").asString()).isNotBlank();
        assertThat(json().path(2).path("documentNumber").asString()).isEqualTo("05/KH-UBND");
        assertThat(err()).contains("ảnh.docx").contains(refused.path("message").asString());
    }

    @Test
    void oneFileThatCannotBeReadPrintsAMessageAndNoJson() throws IOException {
        int code = run("read", picture.toString());

        assertThat(code).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err()).contains(picture.toString()).contains("hình ảnh").endsWith("\n");
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        String missing = folder.resolve("không có.txt").toString();

        int code = run("read", missing);

        assertThat(code).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err()).startsWith(missing + ": Không có tệp này.");
    }

    @Test
    void aFolderCannotBeRead() throws IOException {
        assertThat(run("read", folder.toString())).isEqualTo(2);
        assertThat(err()).contains(folder.toString());
    }

    @Test
    void prettyBreaksTheObjectIntoLines() throws IOException {
        int code = run("read", "--pretty", plan.toString());

        assertThat(code).isZero();
        assertThat(out()).startsWith("{\n  \"documentNumber\" : \"05/KH-UBND\",\n");
        assertThat(json().path("year").asInt()).isEqualTo(2025);
    }

    @Test
    void textPrintsTheNormalisedTextAlone() throws IOException {
        Files.writeString(plan, PLAN.replace("\n", "\r\n"));

        int code = run("read", "--text", plan.toString());

        assertThat(code).isZero();
        assertThat(out()).isEqualTo(PLAN + "\n");
    }

    @Test
    void aDashIsStandardInput() throws IOException {
        int code = run(PLAN.getBytes(StandardCharsets.UTF_8), "read", "-");

        assertThat(code).isZero();
        assertThat(json().path("documentNumber").asString()).isEqualTo("05/KH-UBND");
    }

    @Test
    void behindTwoDashesNothingIsAnOption() throws IOException {
        int code = run("read", "--", "--pretty");

        assertThat(code).isEqualTo(2);
        assertThat(err()).startsWith("--pretty: Không có tệp này.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--xml", "-x", "--prety"})
    void anUnknownOptionIsAWrongCall(String option) throws IOException {
        int code = run("read", option, plan.toString());

        assertThat(code).isEqualTo(64);
        assertThat(out()).isEmpty();
        assertThat(err()).contains(option).contains("Cách dùng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "read", "write", "read --pretty"})
    void aCallWithoutFilesIsAWrongCall(String call) throws IOException {
        int code = run(call.isEmpty() ? new String[0] : call.split(" "));

        assertThat(code).isEqualTo(64);
        assertThat(out()).isEmpty();
        assertThat(err()).contains("Cách dùng");
    }

    @Test
    void helpIsNoMistake() throws IOException {
        assertThat(run("read", "--help")).isZero();
        assertThat(out()).contains("Cách dùng");
        assertThat(err()).isEmpty();
    }

    @Test
    void lettersArePrintedInUtf8WhateverTheTerminal() throws IOException {
        PrintStream latin = new PrintStream(out, true, StandardCharsets.ISO_8859_1);
        int code = new Main(new ByteArrayInputStream(new byte[0]), latin, latin).run(List.of("read", plan.toString()));

        assertThat(code).isZero();
        assertThat(json().path("issuingUnit").asString()).isEqualTo("UBND xã An Lạc");
    }

    private int run(String... args) throws IOException {
        return run(new byte[0], args);
    }

    private int run(byte[] in, String... args) throws IOException {
        return new Main(
                        new ByteArrayInputStream(in),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(args));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() {
        return new ObjectMapper().readTree(out());
    }
}

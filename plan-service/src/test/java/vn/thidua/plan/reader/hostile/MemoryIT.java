package vn.thidua.plan.reader.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command in a process of its own, with the flags of the launcher: never more than 512 MB, never a stack trace. */
class MemoryIT {
    private static final Path LAUNCHER =
            Path.of(System.getProperty("basedir", "."), "..", "thidua").normalize();
    private static final Pattern PEAK = Pattern.compile(PeakMain.PEAK + "\\s*(\\d+) kB");
    private static final int MOST_KILOBYTES = 512 * 1024;

    @TempDir
    private Path folder;

    static Map<String, Supplier<byte[]>> files() {
        Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();
        text(files, "20 MB of one word", () -> HostileText.line("thi đua ", HostileText.LIMIT - 10));
        text(files, "20 MB of loose marks", () -> HostileText.line("ơ\u0309", HostileText.LIMIT - 10));
        text(files, "20 MB of digits", () -> HostileText.line("7", HostileText.LIMIT - 10));
        text(files, "6 MB of letters on one line", () -> HostileText.line("a", 5_999_000));
        text(files, "6 MB of pipes on lines", () -> HostileText.lines("| a ", 5_999_000));
        text(files, "6 MB of tabs on lines", () -> HostileText.lines("a\tb\t", 5_999_000));
        text(files, "6 MB of lines of one letter", () -> "a\n".repeat(2_999_000));
        text(files, "6 MB of dates in an item", () -> HostileText.item("trước ngày 01/02/2026, ", 5_900_000));
        text(files, "6 MB of targets in an item", () -> HostileText.item("5% ", 5_900_000));
        text(files, "6 MB of laws", () -> HostileText.lines("Căn cứ Luật A ngày 1/1/2025; ", 5_900_000));
        text(files, "6 MB of items", () -> HostileText.plan("2. Thi đua\n".repeat(400_000)));
        files.put("20 000 rows between pipes", () -> LargeTableTest.Kind.PIPES.rows(20_000));
        files.put("20 000 rows of HTML", () -> LargeTableTest.Kind.HTML.rows(20_000));
        files.put("20 000 rows in Word", () -> LargeTableTest.Kind.WORD.rows(20_000));
        files.put("a Word file of 1 GB", () -> Zipped.bomb("<w:p/>", 1L << 30));
        files.put("two million empty runs", () -> Zipped.word("<w:p>" + "<w:r/>".repeat(2_000_000) + "</w:p>"));
        files.put(
                "half a million cells",
                () -> Zipped.word("<w:tbl>" + ("<w:tr>" + "<w:tc><w:p/></w:tc>".repeat(1000) + "</w:tr>").repeat(500)
                        + "</w:tbl>"));
        files.put(
                "a PDF of 200 MB",
                () -> HostilePdf.written(HostilePdf.deflated(" ", 200), "/Filter/FlateDecode", "3 0 R"));
        files.put(
                "a PDF page of 8 MB",
                () -> HostilePdf.written(HostilePdf.deflated("1 1 m 2 2 l S ", 8), "/Filter/FlateDecode", "3 0 R"));
        files.put("a PDF of 5 000 pages", () -> HostilePdf.pages(5000));
        files.put("a PDF of 5 000 rows", () -> HostilePdf.ruledTable(5000));
        files.put(
                "a PDF of arrays inside of arrays",
                () -> HostilePdf.written(new byte[0], "", "3 0 R", "7 0 obj\n" + "[".repeat(100_000) + "\nendobj"));
        return files;
    }

    private static void text(Map<String, Supplier<byte[]>> files, String name, Supplier<String> text) {
        files.put(name, () -> text.get().getBytes(StandardCharsets.UTF_8));
    }

    static List<String> names() {
        return List.copyOf(files().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aHostileFileTakesNoMoreThanTheProcessMay(String name) throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/status")));
        Path file = folder.resolve("file");
        Files.write(file, Objects.requireNonNull(files().get(name)).get());
        Path errors = folder.resolve("errors");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags());
        command.addAll(List.of("-cp", runtimePath(), PeakMain.class.getName(), "read", file.toString()));

        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(40, TimeUnit.SECONDS)).as("ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String said = Files.readString(errors);
        Matcher peak = PEAK.matcher(said);
        assertThat(peak.find()).isTrue();
        int kilobytes = Integer.parseInt(peak.group(1));
        System.out.printf("%-36s %4d MB %5.1f s  exit %d%n", name, kilobytes / 1024, seconds, process.exitValue());

        assertThat(kilobytes).isLessThan(MOST_KILOBYTES);
        assertThat(process.exitValue()).isIn(0, 2);
        assertThat(said).doesNotContain("\tat ", "Exception", "Error");
        if (process.exitValue() == 0) {
            assertThat(folder.resolve("out")).isNotEmptyFile();
        } else {
            assertThat(said.lines().findFirst().orElseThrow()).contains("Hãy ");
        }
    }

    @Test
    void theLauncherBoundsTheHeap() throws IOException {
        assertThat(flags()).anyMatch(flag -> flag.startsWith("-Xmx"));
    }

    /** What the launcher gives to the reader; a flag that names its own folder is left out. */
    private static List<String> flags() throws IOException {
        String script = Files.readString(LAUNCHER);
        List<String> flags = new ArrayList<>();
        for (String array : List.of("common_flags", "reader_flags")) {
            Matcher matcher =
                    Pattern.compile("(?m)^" + array + "=\\(([^)]*)\\)").matcher(script);
            assertThat(matcher.find()).isTrue();
            Arrays.stream(matcher.group(1).split("\\s+"))
                    .filter(flag -> flag.startsWith("-") && !flag.contains("$"))
                    .forEach(flags::add);
        }
        return flags;
    }

    /** Without the loggers that only tests bring: what a library prints must show here as it does for users. */
    private static String runtimePath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("log4j")
                        && !entry.contains("slf4j")
                        && !entry.contains("junit-platform-console"))
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }
}

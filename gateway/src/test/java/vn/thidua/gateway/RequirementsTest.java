package vn.thidua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of requirements names tests that are there. */
class RequirementsTest {

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT|Contract))\\.(\\w+)`");

    @Test
    void everyTestThatTheReadmeNamesIsThere() throws IOException {
        Path module =
                Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();
        Set<String> named = TEST.matcher(Files.readString(module.resolve("README.md")))
                .results()
                .map(found -> found.group(1) + "." + found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(40);

        Map<String, String> sources = sources(module.resolve("..").normalize());

        assertThat(named).allSatisfy(test -> assertThat(sources.getOrDefault(test.substring(0, test.indexOf('.')), ""))
                .as(test)
                .contains(" " + test.substring(test.indexOf('.') + 1) + "("));
    }

    /** Of all modules, by the name of the class; several of one name count together. */
    private static Map<String, String> sources(Path root) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path above : List.of(root, root.resolve("deploy"))) {
            try (Stream<Path> modules = Files.list(above)) {
                modules.map(module -> module.resolve("src/test/java"))
                        .filter(Files::isDirectory)
                        .forEach(folders::add);
            }
        }
        Map<String, String> sources = new HashMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> sources.merge(
                                String.valueOf(file.getFileName()).replace(".java", ""), read(file), String::concat));
            }
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package vn.thidua.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.torture.Case.Ground;
import vn.thidua.torture.cases.Cases;

/** What {@code ./thidua torture} starts. */
public final class Torture {

    private static final int USAGE = 64;
    private static final int UNUSABLE = 69;

    private Torture() {}

    @SuppressWarnings("SystemOut") // the terminal
    public static void main(String... arguments) throws Exception {
        System.setProperty("logback.configurationFile", "torture-logback.xml");
        var terminal = new Terminal(System.out);
        Path home = Path.of(System.getProperty("thidua.torture", ".thidua/torture"))
                .toAbsolutePath()
                .normalize();
        Options options;
        List<Case> wanted;
        try {
            options = Options.parse(home, arguments);
            wanted = wanted(options);
        } catch (IllegalArgumentException e) {
            System.err.println("torture: " + e.getMessage());
            System.exit(USAGE);
            return;
        }
        if (options.isList()) {
            wanted.forEach(each -> terminal.say(
                    "%-18s%s %s".formatted(each.name(), each.isShort() ? " (short)" : "", each.promise())));
            return;
        }
        Optional<Path> mongod = mongod();
        if (mongod.isEmpty()) {
            System.err.println(
                    "torture: a mongod is needed: name it in THIDUA_MONGOD, or fetch one by .ci/fetch-mongod");
            System.exit(UNUSABLE);
            return;
        }
        System.exit(new Run(options, mongod.get(), terminal).all(wanted) ? 0 : 1);
    }

    private static List<Case> wanted(Options options) {
        List<Case> all = Cases.all();
        for (String name : options.cases()) {
            if (all.stream().noneMatch(each -> each.name().equals(name))) {
                throw new IllegalArgumentException("no case is called " + name + "; there are "
                        + String.join(", ", all.stream().map(Case::name).toList()));
            }
        }
        return Stream.of(Ground.values())
                .flatMap(ground -> all.stream().filter(each -> each.ground() == ground))
                .filter(each -> options.cases().isEmpty()
                        ? !options.isShort() || each.isShort()
                        : options.cases().contains(each.name()))
                .toList();
    }

    private static Optional<Path> mongod() throws IOException {
        @Nullable String named = System.getenv("THIDUA_MONGOD");
        String path = named == null || named.isBlank() ? System.getProperty("thidua.mongod", "") : named;
        return Optional.of(path).filter(text -> !text.isBlank()).map(Path::of).filter(Files::isExecutable);
    }
}

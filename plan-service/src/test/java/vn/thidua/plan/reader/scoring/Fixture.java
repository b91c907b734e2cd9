package vn.thidua.plan.reader.scoring;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import vn.thidua.plan.reader.PlanProposal;
import vn.thidua.plan.reader.PlanReader;
import vn.thidua.plan.reader.ReadLimits;
import vn.thidua.plan.reader.Reading;
import vn.thidua.plan.reader.json.ProposalJson;

/** A document with the answer a person wrote for it. */
record Fixture(Path file) {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", ".")).resolve("src/test/resources/fixtures");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Path, PlanProposal> READ = new ConcurrentHashMap<>();

    /** Those the reader is tuned on. */
    static List<Fixture> tune() {
        return in("tune");
    }

    /** Those it meets as they are: of these nothing but scores and counts may be shown. */
    static List<Fixture> firstSeen() {
        return in("first-seen");
    }

    private static List<Fixture> in(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(file -> !file.toString().endsWith(".json"))
                    .sorted()
                    .map(Fixture::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }

    String kind() {
        String name = file.toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    JsonNode gold() {
        return JSON.readTree(file.resolveSibling(name() + ".json").toFile());
    }

    PlanProposal proposal() {
        return READ.computeIfAbsent(file, Fixture::read);
    }

    /** What the command prints for it. */
    JsonNode json() {
        StringWriter out = new StringWriter();
        try (ProposalJson json = new ProposalJson(out, false)) {
            json.proposal(proposal());
        }
        return JSON.readTree(out.toString());
    }

    private static PlanProposal read(Path file) {
        try {
            return switch (new PlanReader(ReadLimits.DEFAULT).read(Files.readAllBytes(file))) {
                case Reading.Proposed proposed -> proposed.proposal();
                case Reading.Refused refused -> throw new IllegalStateException(file + ": " + refused.message());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name() + "." + kind();
    }
}

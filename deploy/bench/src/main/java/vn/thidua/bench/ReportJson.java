package vn.thidua.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The same numbers for a program; times in milliseconds, sizes in bytes. */
final class ReportJson {
    private ReportJson() {}

    static void write(Path path, Setting setting, Effort effort, List<Cell> cells) throws IOException {
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(ObjectWriteContext.empty(), Files.newBufferedWriter(path, StandardCharsets.UTF_8))) {
            json.writeStartObject();
            json.writeStringProperty("jdk", setting.jdk());
            json.writeStringProperty("machine", setting.machine());
            json.writeNumberProperty("processors", setting.processors());
            json.writeNumberProperty("heapBytes", setting.heapBytes());
            json.writeNumberProperty("loadBefore", setting.load());
            json.writeStringProperty("effort", effort.name());
            json.writeNumberProperty("rounds", effort.rounds());
            json.writeArrayPropertyStart("cells");
            for (Cell cell : cells) {
                cell(json, cell, cells);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void cell(JsonGenerator json, Cell cell, List<Cell> cells) {
        json.writeStartObject();
        json.writeStringProperty("kind", cell.kind.label);
        json.writeStringProperty("size", cell.size.label);
        json.writeNumberProperty("fileBytes", cell.fileBytes);
        json.writeNumberProperty("tasksWritten", cell.tasksWritten);
        String refusal = cell.refusal();
        if (refusal != null) {
            json.writeStringProperty("refused", refusal);
        } else if (cell.isMeasured()) {
            measured(json, cell, cells);
        }
        json.writeEndObject();
    }

    private static void measured(JsonGenerator json, Cell cell, List<Cell> cells) {
        json.writeNumberProperty("tasksRead", cell.tasksRead());
        json.writeNumberProperty("textBytes", Math.round(cell.megabytes() * 1e6));
        json.writeNumberProperty("documentsPerSecond", 1000 / cell.perDocument());
        json.writeNumberProperty("p50", Statistics.percentile(cell.readings(), 50));
        json.writeNumberProperty("p99", Statistics.percentile(cell.readings(), 99));
        json.writeNumberProperty("megabytesPerSecond", 1000 * cell.megabytes() / cell.perDocument());
        json.writeNumberProperty("perMegabyte", cell.perMegabyte());
        json.writeNumberProperty("processorPerMegabyte", cell.processorPerMegabyte());
        json.writeNumberProperty("spread", cell.spread());
        json.writeNumberProperty("readings", cell.readings().size());
        json.writeStringProperty("baseline", Baseline.name(cell.kind));
        String failure = cell.baselineFailure();
        if (failure != null) {
            json.writeStringProperty("baselineFailed", failure);
        }
        if (cell.hasRatio()) {
            json.writeNumberProperty("timesBaseline", cell.ratio());
        }
        Optional<Cell> smaller = cells.stream()
                .filter(other -> other.kind == cell.kind && other.size == Size.KB_100 && other.isMeasured())
                .findAny();
        if (smaller.isPresent() && cell.size.bytes > Size.KB_100.bytes) {
            json.writeNumberProperty("growthOver100KB", cell.growthOver(smaller.get()));
        }
    }
}

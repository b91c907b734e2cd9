package vn.thidua.bench.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The same for a program. */
public final class FigureJson {

    private FigureJson() {}

    /**
     * @param setting what the numbers hold for, as words
     */
    public static void write(Path path, Map<String, String> setting, List<Figure> figures) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(ObjectWriteContext.empty(), Files.newBufferedWriter(path, StandardCharsets.UTF_8))) {
            json.writeStartObject();
            setting.forEach(json::writeStringProperty);
            json.writeArrayPropertyStart("figures");
            figures.stream().filter(figure -> figure.rounds() > 0).forEach(figure -> write(json, figure));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, Figure figure) {
        json.writeStartObject();
        json.writeStringProperty("figure", figure.name());
        json.writeStringProperty("unit", figure.unit());
        json.writeNumberProperty("median", figure.median());
        json.writeNumberProperty("spread", figure.spread());
        json.writeNumberProperty("repetitions", figure.rounds());
        numbers(json, "rounds", figure.values());
        figure.baseline().ifPresent(baseline -> {
            json.writeStringProperty("baseline", baseline);
            json.writeNumberProperty("baselineMedian", figure.baselineMedian());
            json.writeNumberProperty("ratio", figure.ratio());
            numbers(json, "baselineRounds", figure.baselines());
        });
        figure.target().ifPresent(target -> {
            json.writeStringProperty("targetOf", target.of().name());
            json.writeStringProperty("sense", target.sense().name());
            json.writeNumberProperty("target", target.bound());
            @Nullable Double stretch = target.stretch();
            if (stretch != null) {
                json.writeNumberProperty("stretch", stretch);
            }
            json.writeStringProperty("verdict", figure.verdict().name());
        });
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, String name, List<Double> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeNumber);
        json.writeEndArray();
    }
}

package vn.thidua.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The approved samples, and the mapper that reads them as services do. */
final class Samples {

    static final Path FOLDER = Path.of("src/main/resources/samples");

    static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Samples() {}

    static JsonNode of(Class<?> record) {
        return JSON.readTree(FOLDER.resolve(record.getSimpleName() + ".json").toFile());
    }

    static SortedSet<String> names() {
        if (!Files.exists(FOLDER)) {
            return new TreeSet<>();
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            SortedSet<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .forEach(name -> names.add(name.substring(0, name.length() - ".json".length())));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each field that a record can have, with its type, as {@code UnitMovedV1.effective LocalDate}. */
    static SortedSet<String> fieldsOf(Class<?> record) {
        SortedSet<String> fields = new TreeSet<>();
        collect(record.getSimpleName(), record, fields);
        return fields;
    }

    /** Simple names, as {@code List<Part>}. */
    static String nameOf(Type type) {
        return type.getTypeName().replaceAll("(\\w+[.$])+", "");
    }

    private static void collect(String path, Class<?> record, SortedSet<String> fields) {
        for (RecordComponent component : record.getRecordComponents()) {
            String field = path + "." + component.getName();
            fields.add(field + " " + nameOf(component.getGenericType()));
            Class<?> inner = elementOf(component.getGenericType());
            if (inner.isRecord()) {
                collect(field, inner, fields);
            }
            if (inner.isEnum()) {
                for (Object constant : inner.getEnumConstants()) {
                    fields.add(field + " " + constant);
                }
            }
        }
    }

    /** The type itself, or that of a collection's elements. */
    static Class<?> elementOf(Type type) {
        if (type instanceof ParameterizedType generic) {
            return elementOf(generic.getActualTypeArguments()[0]);
        }
        return (Class<?>) type;
    }
}

package vn.thidua.platform.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of records what their components say: one that is not {@code @Nullable} is always there, any other may be null.
 * Without it a client would have to expect that anything is missing.
 */
public final class AlwaysThere implements ModelConverter {

    private static final String COMPONENTS = "#/components/schemas/";
    private static final String NULL = "null";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord()) {
            Schema<?> described = described(schema, context);
            if (described != null && described.getProperties() != null) {
                mark(described, raw);
            }
        }
        return schema;
    }

    private static @Nullable Schema<?> described(Schema<?> schema, ModelConverterContext context) {
        String ref = schema.get$ref();
        return ref == null || !ref.startsWith(COMPONENTS)
                ? schema
                : context.getDefinedModels().get(ref.substring(COMPONENTS.length()));
    }

    private static void mark(Schema<?> schema, Class<?> raw) {
        JsonInclude include = raw.getAnnotation(JsonInclude.class);
        boolean withoutEmpty = include != null && include.value() == JsonInclude.Include.NON_EMPTY;
        @SuppressWarnings("rawtypes") // as the library has it
        Map<String, Schema> properties = schema.getProperties();
        for (RecordComponent component : raw.getRecordComponents()) {
            Schema<?> property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(component.getName(), nullable(property));
            } else if (!withoutEmpty
                    && (schema.getRequired() == null || !schema.getRequired().contains(component.getName()))) {
                schema.addRequiredItem(component.getName());
            }
        }
    }

    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            Schema<Object> nothing = new Schema<>();
            nothing.setTypes(Set.of(NULL));
            Schema<Object> either = new Schema<>();
            either.setAnyOf(List.of(property, nothing));
            return either;
        }
        if (property.getTypes() != null && !property.getTypes().contains(NULL)) {
            Set<String> types = new LinkedHashSet<>(property.getTypes());
            types.add(NULL);
            property.setTypes(types);
        }
        return property;
    }
}

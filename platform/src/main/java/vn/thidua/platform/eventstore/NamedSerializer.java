package vn.thidua.platform.eventstore;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import vn.thidua.platform.eventstore.EventNames.StoredName;

/**
 * Serializes events with Axon's Jackson 3 serializer, under our names. What has no name is refused: the name of a class
 * never gets into the log.
 */
public final class NamedSerializer implements Serializer {

    private final EventNames names;
    private final Jackson3Serializer jackson;

    /**
     * @param names of all events of the context
     * @param jackson writes and reads the payloads
     */
    public NamedSerializer(EventNames names, Jackson3Serializer jackson) {
        this.names = names;
        this.jackson = jackson;
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
        SerializedObject<T> plain = jackson.serialize(object, expectedRepresentation);
        if (object instanceof MetaData) {
            return plain;
        }
        return new SimpleSerializedObject<>(plain.getData(), plain.getContentType(), typeForClass(object.getClass()));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return jackson.canSerializeTo(expectedRepresentation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Axon has declared it
    public <S, T> T deserialize(SerializedObject<S> serializedObject) {
        SerializedType type = serializedObject.getType();
        if (type.getName().equals(MetaData.class.getName())) {
            return jackson.deserialize(serializedObject);
        }
        Class<?> target = classForType(type);
        if (target == UnknownSerializedType.class) {
            return (T) new UnknownSerializedType(this, serializedObject);
        }
        return jackson.deserialize(new SimpleSerializedObject<>(
                serializedObject.getData(),
                serializedObject.getContentType(),
                new SimpleSerializedType(target.getName(), type.getRevision())));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (type.getName().equals(MetaData.class.getName())) {
            return MetaData.class;
        }
        Class<?> target = names.classOf(type.getName()).orElse(null);
        if (target == null) {
            return UnknownSerializedType.class;
        }
        String current = names.of(target).orElseThrow().revision();
        if (!current.equals(type.getRevision())) {
            // read as if it were the current one, it would lose or invent fields without a word
            throw new SerializationException(
                    type.getName() + " revision " + type.getRevision() + " has no upcaster to revision " + current);
        }
        return target;
    }

    @Override
    public SerializedType typeForClass(Class type) {
        StoredName name = names.of((Class<?>) type)
                .orElseThrow(() -> new SerializationException(type.getName() + " has no stored name"));
        return new SimpleSerializedType(name.name(), name.revision());
    }

    @Override
    public Converter getConverter() {
        return jackson.getConverter();
    }
}

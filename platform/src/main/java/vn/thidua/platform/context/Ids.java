package vn.thidua.platform.context;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of aggregates, events and requests: lower case, with dashes, global across installations. */
public final class Ids {

    private static final TimeBasedEpochGenerator BY_TIME = Generators.timeBasedEpochGenerator();
    private static final NameBasedGenerator NAMESPACES =
            Generators.nameBasedGenerator(NameBasedGenerator.NAMESPACE_URL);

    private Ids() {}

    /** A new one (UUIDv7): later ones sort behind earlier ones. */
    public static String fresh() {
        return BY_TIME.generate().toString();
    }

    /**
     * The id of what must be unique (UUIDv5): the same parts give the same id, wherever they are asked for.
     *
     * @param namespace what kind of thing it is, as {@code unit-code}; never changes
     * @param parts what makes it unique, in the form in which two of them count as equal
     */
    public static String derived(String namespace, String... parts) {
        UUID space = NAMESPACES.generate("https://thidua.vn/ids/" + namespace);
        var name = new StringBuilder();
        for (String part : parts) {
            // with its length, so that parts cannot run into each other
            name.append(part.length()).append(':').append(part).append(';');
        }
        return Generators.nameBasedGenerator(space)
                .generate(name.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}

package vn.thidua.plan.reader.intake.docx;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.reader.intake.Budget;
import vn.thidua.plan.reader.intake.RefusalReason;
import vn.thidua.plan.reader.intake.RefusedException;

/**
 * Walks through one XML part, element by element. A document type or an entity of its own, nesting beyond reason and
 * everything that is not well-formed is refused.
 */
final class XmlCursor implements AutoCloseable {
    /** Word nests some thirty levels; each level may cost a few frames of the stack. */
    private static final int MAX_DEPTH = 256;

    private static final int EVENTS_PER_CHECK = 1000;

    private final XMLStreamReader reader;
    private final InputStream part;
    private final Budget budget;
    private int depth;
    private int events;

    XmlCursor(InputStream part, Budget budget) {
        this.part = part;
        this.budget = budget;
        try {
            this.reader = factory().createXMLStreamReader(decoded(part));
        } catch (XMLStreamException | IOException e) {
            throw new RefusedException(RefusalReason.DAMAGED);
        }
    }

    /**
     * The package standard allows two encodings. Decoding here, not in the parser, keeps the parser from obeying a
     * declaration of any other, and from printing to the standard error about broken letters.
     */
    private static Reader decoded(InputStream part) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(part, 3);
        byte[] mark = stream.readNBytes(3);
        boolean utf8Mark =
                mark.length == 3 && mark[0] == (byte) 0xef && mark[1] == (byte) 0xbb && mark[2] == (byte) 0xbf;
        if (!utf8Mark) {
            stream.unread(mark);
        }
        boolean wide = mark.length > 1 && (mark[0] & mark[1] & 0xff) >= 0xfe;
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        return new InputStreamReader(stream, charset.newDecoder());
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // the limit is kept here, where it does not depend on the settings of the machine (100 by default)
        factory.setProperty("jdk.xml.maxElementDepth", String.valueOf(2 * MAX_DEPTH));
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new RefusedException(RefusalReason.DAMAGED);
        });
        return factory;
    }

    /** What stands between the tags of one element. */
    interface Children {
        /** Called at a start tag; the reader skips what the callee leaves unread. */
        void child(String name);
    }

    /** Walks over the whole part: the root is the one child. */
    void document(Children children) {
        walk(0, children, text -> {});
    }

    /** Walks over the children of the element the cursor is at. */
    void children(Children children) {
        walk(depth, children, text -> {});
    }

    /** All character data of the element the cursor is at, its children's left out. */
    void text(Consumer<String> text) {
        walk(depth, name -> {}, text);
    }

    private void walk(int parent, Children children, Consumer<String> text) {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    int child = depth;
                    children.child(reader.getLocalName());
                    while (depth >= child) {
                        next();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth < parent) {
                        return;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.accept(reader.getText());
                case XMLStreamConstants.END_DOCUMENT -> {
                    return;
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    private int next() {
        if (++events % EVENTS_PER_CHECK == 0) {
            budget.check();
        }
        int event;
        try {
            event = reader.next();
        } catch (RefusedException e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            // the parser of the JDK lets some of its own mistakes out on broken input
            throw new RefusedException(RefusalReason.DAMAGED);
        }
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.ENTITY_DECLARATION ->
                throw new RefusedException(RefusalReason.DAMAGED);
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > MAX_DEPTH) {
                    throw new RefusedException(RefusalReason.DAMAGED);
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            default -> {
                // nothing to count
            }
        }
        return event;
    }

    /** An attribute of the start tag the cursor is at; the namespace differs between the two editions, the name not. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    String attribute(String name, String otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : value;
    }

    /** {@code w:val}. */
    String value() {
        return attribute("val", "");
    }

    int number(String name, int otherwise) {
        String value = attribute(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** A property that is on when it is there, unless it says otherwise. */
    boolean on() {
        return switch (value()) {
            case "0", "false", "off", "none" -> false;
            default -> true;
        };
    }

    @Override
    public void close() {
        try {
            reader.close();
            part.close();
        } catch (XMLStreamException | IOException e) {
            throw new RefusedException(RefusalReason.DAMAGED);
        }
    }
}

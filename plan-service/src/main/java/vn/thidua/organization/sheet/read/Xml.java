package vn.thidua.organization.sheet.read;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.sheet.SheetRefusal;
import vn.thidua.organization.sheet.SheetRefusedException;

/** Walks through one XML part. Document types, entities and what is not well-formed are refused. */
final class Xml implements AutoCloseable {
    private static final int MAX_DEPTH = 100;

    private final InputStream part;
    private final XMLStreamReader reader;
    private int depth;

    Xml(InputStream part) {
        this.part = part;
        try {
            // the JDK's own parser, whatever else lies on the class path
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            // it would print what it finds
            factory.setXMLReporter((message, type, information, location) -> {});
            this.reader = factory.createXMLStreamReader(part);
        } catch (XMLStreamException e) {
            throw new SheetRefusedException(SheetRefusal.DAMAGED);
        }
    }

    /** Goes to the next start tag; its name without prefix, or null at the end. */
    @Nullable
    String nextStart() {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return reader.getLocalName();
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return null;
                }
                default -> {
                    // only start tags are asked for
                }
            }
        }
    }

    /** Goes to the next start tag inside the element of that depth; null once it has ended. */
    @Nullable
    String nextChildOf(int parent) {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return reader.getLocalName();
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    if (depth < parent) {
                        return null;
                    }
                }
                default -> {
                    // text between the elements
                }
            }
        }
    }

    /** Depth of the element whose start tag was read last; the root has 1. */
    int depth() {
        return depth;
    }

    /** The text of the element whose start tag was read last, at most {@code most} characters and one more. */
    String text(int most) {
        StringBuilder out = new StringBuilder();
        int element = depth;
        while (depth >= element) {
            int event = next();
            if ((event == XMLStreamConstants.CHARACTERS
                            || event == XMLStreamConstants.CDATA
                            || event == XMLStreamConstants.SPACE)
                    && out.length() <= most) {
                out.append(reader.getText());
            }
        }
        return out.length() > most ? out.substring(0, most + 1) : out.toString();
    }

    private int next() {
        try {
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new SheetRefusedException(SheetRefusal.DAMAGED);
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > MAX_DEPTH) {
                        throw new SheetRefusedException(SheetRefusal.DAMAGED);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // nothing to count
                }
            }
            return event;
        } catch (SheetRefusedException e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            // the parser of the JDK lets some of its own mistakes out on broken input
            throw new SheetRefusedException(SheetRefusal.DAMAGED);
        }
    }

    /** By its local name: the two editions of the standard differ in the namespace only. */
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

    boolean on(String name) {
        String value = attribute(name, "0");
        return value.equals("1") || value.equals("true");
    }

    int number(String name, int otherwise) {
        String value = attribute(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            part.close();
        } catch (XMLStreamException | IOException e) {
            throw new SheetRefusedException(SheetRefusal.DAMAGED);
        }
    }
}

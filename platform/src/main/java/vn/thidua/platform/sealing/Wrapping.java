package vn.thidua.platform.sealing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Wraps with the active key-encryption key, unwraps with any that is configured. */
final class Wrapping {

    private final KeyEncryptionKey active;
    private final Map<String, KeyEncryptionKey> all = new LinkedHashMap<>();

    Wrapping(KeyEncryptionKey active, List<KeyEncryptionKey> older) {
        this.active = active;
        all.put(active.id(), active);
        for (KeyEncryptionKey key : older) {
            if (all.put(key.id(), key) != null) {
                throw new IllegalArgumentException("two key-encryption keys are called \"" + key.id() + "\"");
            }
        }
    }

    String activeId() {
        return active.id();
    }

    List<String> ids() {
        return List.copyOf(all.keySet());
    }

    /** Sets {@code kek} and {@code w} of the document; its {@code _id} and {@code k} are bound to it. */
    void wrap(Document document, byte[] key) {
        wrap(document, key, active);
    }

    private static void wrap(Document document, byte[] key, KeyEncryptionKey by) {
        document.put(KeyStore.KEK, by.id());
        document.put(KeyStore.WRAPPED, new Binary(Aes.wrap(by.key(), key, place(document))));
    }

    /**
     * The key in the document.
     *
     * @throws WrongKeyEncryptionKeyException if the one that wrapped it is not configured
     * @throws SealBrokenException if the document was changed
     */
    byte[] unwrap(Document document) {
        String id = document.getString(KeyStore.KEK);
        KeyEncryptionKey by = all.get(id);
        if (by == null) {
            throw unknown(id);
        }
        byte[] key = Aes.unwrap(by.key(), KeyStore.wrapped(document), place(document));
        if (key == null) {
            throw new SealBrokenException(document.getString(KeyStore.ID), "a stored key was changed");
        }
        return key;
    }

    /** A document by which the key-encryption key is recognised at the next start. */
    Document mark(String id) {
        Document mark = new Document(KeyStore.ID, id);
        wrap(mark, Aes.random(Aes.KEY_BYTES), key(id));
        return mark;
    }

    /** Refuses a key that has the name of another one. */
    void check(String id, Document mark) {
        if (Aes.unwrap(key(id).key(), KeyStore.wrapped(mark), place(mark)) == null) {
            throw new WrongKeyEncryptionKeyException("the configured key-encryption key \"" + id
                    + "\" is not the one that was used under this name so far; configure the right one, or give a new"
                    + " one a new id and keep the old one beside it until the keys are wrapped anew");
        }
    }

    static WrongKeyEncryptionKeyException unknown(@Nullable String id) {
        return new WrongKeyEncryptionKeyException("stored keys are wrapped by the key-encryption key \"" + id
                + "\", which is not configured; add it to the older ones");
    }

    private KeyEncryptionKey key(String id) {
        KeyEncryptionKey key = all.get(id);
        if (key == null) {
            throw unknown(id);
        }
        return key;
    }

    private static byte[] place(Document document) {
        String keyId = document.getString(KeyStore.KEY_ID);
        return Aes.bind(
                "wrap", document.getString(KeyStore.ID), keyId == null ? "" : keyId, document.getString(KeyStore.KEK));
    }
}

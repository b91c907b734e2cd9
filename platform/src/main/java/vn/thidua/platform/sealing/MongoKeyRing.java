package vn.thidua.platform.sealing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.SecretKey;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import vn.thidua.platform.values.Sealed;

/**
 * The key ring in MongoDB, one database per installation. Every subject has one AES-256 key, made at its first use and
 * wrapped by a key-encryption key from the configuration; whoever makes it at the same time gets the same one.
 *
 * <p>Destroying puts a tombstone in the key's place. This process opens nothing of the subject from then on, others not
 * later than {@link #FORGOTTEN_WITHIN} afterwards. No subject gets a second key.
 *
 * <p>What the database does not answer is thrown as the driver's exception; asking again is safe.
 */
public final class MongoKeyRing implements KeyRing, SubjectKeys {

    /** Name of the database. */
    public static final String DATABASE = "thidua_keys";

    /** How long another process may still open what belongs to a destroyed key. */
    public static final Duration FORGOTTEN_WITHIN = Duration.ofSeconds(5);

    private static final int CACHED_KEYS = 20_000;
    private static final int WINDOW = 500;
    private static final String INSTALLATION = "installation";

    private final KeyStore store;
    private final Wrapping wrapping;
    private final InstantSource clock;
    private final KeyCache cache = new KeyCache(CACHED_KEYS, FORGOTTEN_WITHIN.toMillis(), System::nanoTime);
    private final List<Runnable> destroyedListeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable SecretKey installationKey;

    private MongoKeyRing(KeyStore store, Wrapping wrapping, InstantSource clock) {
        this.store = store;
        this.wrapping = wrapping;
        this.clock = clock;
    }

    /**
     * Opens the ring, and proves that the configured keys are the right ones.
     *
     * @param database {@link #DATABASE} of the installation
     * @param active wraps what is new
     * @param older those that still have to unwrap, until {@link #rewrap}
     * @throws WrongKeyEncryptionKeyException if one is not the key that was used under its id, or one is missing
     */
    public static MongoKeyRing open(
            MongoDatabase database, KeyEncryptionKey active, List<KeyEncryptionKey> older, InstantSource clock) {
        var wrapping = new Wrapping(active, older);
        var store = new KeyStore(database);
        for (String id : wrapping.ids()) {
            Document mark = store.marks().find(Filters.eq(KeyStore.ID, id)).first();
            wrapping.check(id, mark == null ? KeyStore.insertOrRead(store.marks(), wrapping.mark(id)) : mark);
        }
        for (MongoCollection<Document> keys : List.of(store.keys(), store.ring())) {
            Document strange = keys.find(
                            Filters.and(Filters.exists(KeyStore.WRAPPED), Filters.nin(KeyStore.KEK, wrapping.ids())))
                    .first();
            if (strange != null) {
                throw Wrapping.unknown(strange.getString(KeyStore.KEK));
            }
        }
        return new MongoKeyRing(store, wrapping, clock);
    }

    @Override
    public Sealed seal(String subject, String text) {
        SubjectKey key = keyOf(subject);
        byte[] iv = Aes.random(Aes.IV_BYTES);
        byte[] ct = key.sealText(iv, text.getBytes(StandardCharsets.UTF_8));
        Base64.Encoder base64 = Base64.getEncoder();
        return new Sealed(subject, key.id(), base64.encodeToString(iv), base64.encodeToString(ct));
    }

    @Override
    public Optional<String> open(Sealed sealed) {
        return existingKeyOf(sealed.subject()).map(key -> open(sealed, key));
    }

    @Override
    public Map<Sealed, String> openAll(Collection<Sealed> sealed) {
        Set<String> subjects = new LinkedHashSet<>();
        sealed.forEach(one -> subjects.add(one.subject()));
        Map<String, Optional<SubjectKey>> keys = read(subjects);
        Map<Sealed, String> texts = new HashMap<>();
        for (Sealed one : sealed) {
            Optional<SubjectKey> key = keys.get(one.subject());
            if (key == null) {
                throw new SealBrokenException(one.subject(), "there is no key, and none was destroyed");
            }
            key.ifPresent(found -> texts.computeIfAbsent(one, it -> open(it, found)));
        }
        return texts;
    }

    private static String open(Sealed sealed, SubjectKey key) {
        if (!key.id().equals(sealed.keyId())) {
            throw new SealBrokenException(sealed.subject(), "a text was sealed with another key than the subject's");
        }
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            byte[] plain = key.openText(base64.decode(sealed.iv()), base64.decode(sealed.ct()));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new SealBrokenException(sealed.subject(), "a sealed text was changed");
        }
    }

    @Override
    public void prepare(Collection<String> subjects) {
        Set<String> missing = new LinkedHashSet<>(subjects);
        missing.removeAll(read(missing).keySet());
        store.insertMissing(missing.stream().map(this::newKey).toList());
        read(missing);
    }

    @Override
    public SubjectKey keyOf(String subject) {
        Optional<SubjectKey> key = cache.get(subject);
        if (key == null) {
            long askedAt = cache.now();
            Document found = store.find(subject);
            key = keep(found == null ? KeyStore.insertOrRead(store.keys(), newKey(subject)) : found, askedAt);
        }
        return key.orElseThrow(ErasedException::new);
    }

    @Override
    public Optional<SubjectKey> existingKeyOf(String subject) {
        Optional<SubjectKey> key = cache.get(subject);
        if (key == null) {
            long askedAt = cache.now();
            Document found = store.find(subject);
            if (found == null) {
                throw new SealBrokenException(subject, "there is no key, and none was destroyed");
            }
            key = keep(found, askedAt);
        }
        return key;
    }

    private Map<String, Optional<SubjectKey>> read(Set<String> subjects) {
        Map<String, Optional<SubjectKey>> keys = new HashMap<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (String subject : subjects) {
            Optional<SubjectKey> key = cache.get(subject);
            if (key == null) {
                unknown.add(subject);
            } else {
                keys.put(subject, key);
            }
        }
        long askedAt = cache.now();
        store.find(unknown).forEach((subject, document) -> keys.put(subject, keep(document, askedAt)));
        return keys;
    }

    private Optional<SubjectKey> keep(Document document, long askedAt) {
        String subject = document.getString(KeyStore.ID);
        Optional<SubjectKey> key = KeyStore.isTombstone(document)
                ? Optional.empty()
                : Optional.of(new SubjectKey(
                        subject, document.getString(KeyStore.KEY_ID), Aes.key(wrapping.unwrap(document))));
        return cache.put(subject, key, askedAt);
    }

    private Document newKey(String subject) {
        Document document = new Document(KeyStore.ID, subject)
                .append(KeyStore.KEY_ID, UUID.randomUUID().toString())
                .append(KeyStore.MADE, Date.from(clock.instant()));
        wrapping.wrap(document, Aes.newKey().getEncoded());
        return document;
    }

    @Override
    public void destroy(String subject) {
        store.destroy(subject, clock.instant());
        cache.destroyed(subject);
        destroyedListeners.forEach(Runnable::run);
    }

    /** Is told after each key that this process has destroyed. */
    void onDestroyed(Runnable listener) {
        destroyedListeners.add(listener);
    }

    @Override
    public String blindIndex(String purpose, String normalized) {
        return HexFormat.of().formatHex(Aes.hmac(secret("blind-index:" + purpose), normalized));
    }

    /**
     * A secret of the installation for one purpose, as for once-keys: HMAC-SHA-256 of the purpose under the
     * installation's key. It is the same in every process, and after a restore of the keys.
     */
    public SecretKey secret(String purpose) {
        return Aes.key(Aes.hmac(installationKey(), purpose));
    }

    private SecretKey installationKey() {
        SecretKey known = installationKey;
        if (known == null) {
            Document document =
                    store.ring().find(Filters.eq(KeyStore.ID, INSTALLATION)).first();
            if (document == null) {
                Document fresh = new Document(KeyStore.ID, INSTALLATION)
                        .append(KeyStore.KEY_ID, UUID.randomUUID().toString())
                        .append(KeyStore.MADE, Date.from(clock.instant()));
                wrapping.wrap(fresh, Aes.newKey().getEncoded());
                document = KeyStore.insertOrRead(store.ring(), fresh);
            }
            known = Aes.key(wrapping.unwrap(document));
            installationKey = known;
        }
        return known;
    }

    /**
     * Wraps every key anew that an older key-encryption key wraps, once all processes run with the new active one.
     * Afterwards the older ones can leave the configuration. What was sealed stays as it is. Backups of the keys have to
     * be written anew ({@link KeyBackups#rewrite}), or the older ones kept for them.
     *
     * @return how many keys were wrapped anew
     */
    public long rewrap() {
        return rewrap(store.keys()) + rewrap(store.ring());
    }

    private long rewrap(MongoCollection<Document> collection) {
        long count = 0;
        List<Document> batch = new ArrayList<>();
        for (Document document : collection
                .find(Filters.and(Filters.exists(KeyStore.WRAPPED), Filters.ne(KeyStore.KEK, wrapping.activeId())))
                .into(new ArrayList<>())) {
            if (document.getString(KeyStore.KEK) == null) {
                // destroyed between the two questions of the filter: the embedded server asks them one after the other
                continue;
            }
            batch.add(document);
            if (batch.size() == WINDOW) {
                count += rewrap(collection, batch);
                batch.clear();
            }
        }
        return count + (batch.isEmpty() ? 0 : rewrap(collection, batch));
    }

    private long rewrap(MongoCollection<Document> collection, List<Document> batch) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Document old : batch) {
            Document fresh = new Document(old);
            wrapping.wrap(fresh, wrapping.unwrap(old));
            // a key destroyed meanwhile has none of this, and stays destroyed
            writes.add(new UpdateOneModel<>(
                    Filters.and(
                            Filters.eq(KeyStore.ID, old.getString(KeyStore.ID)),
                            Filters.eq(KeyStore.KEK, old.getString(KeyStore.KEK))),
                    Updates.combine(
                            Updates.set(KeyStore.KEK, fresh.getString(KeyStore.KEK)),
                            Updates.set(KeyStore.WRAPPED, fresh.get(KeyStore.WRAPPED, Binary.class)))));
        }
        return collection
                .bulkWrite(writes, new BulkWriteOptions().ordered(false))
                .getModifiedCount();
    }

    /**
     * Writes all keys, wrapped as they are, and all tombstones. Whoever has this file and a key-encryption key can read
     * everything: it is kept apart from the streams, and written anew after each erasure ({@link KeyBackups}).
     */
    public void exportKeys(OutputStream to) throws IOException {
        KeyTransfer.export(store, to, clock.instant());
    }

    /**
     * Takes the keys of a file in. What was destroyed here or there is destroyed; what is here stays. The whole file is
     * checked before anything is written.
     *
     * @throws IOException if the file is no such file, was cut or changed
     * @throws WrongKeyEncryptionKeyException if the key-encryption key it needs is not configured
     * @throws IllegalStateException if it holds another key than the one that is here, for one subject
     */
    public Imported importKeys(Path from) throws IOException {
        Imported imported = new KeyTransfer(store, wrapping).importFrom(from, clock.instant());
        cache.clear();
        installationKey = null;
        return imported;
    }

    long tombstones() {
        return store.keys().countDocuments(Filters.exists(KeyStore.DESTROYED));
    }
}

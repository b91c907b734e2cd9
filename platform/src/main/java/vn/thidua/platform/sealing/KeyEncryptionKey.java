package vn.thidua.platform.sealing;

import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/** The key that wraps all others. It comes from the configuration and is nowhere in the database; it shows nothing. */
public final class KeyEncryptionKey {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final String id;
    private final SecretKey key;

    private KeyEncryptionKey(String id, SecretKey key) {
        this.id = id;
        this.key = key;
    }

    /**
     * Reads it from the configuration.
     *
     * @param id names it where it was used: lower-case letters, digits and dashes, at most 40; a new key takes a new one
     * @param base64 32 random bytes; {@code openssl rand -base64 32} makes them
     * @throws IllegalArgumentException if they are not; the message does not repeat them
     */
    public static KeyEncryptionKey of(String id, String base64) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the id of a key-encryption key is 1 to 40 lower-case letters, digits and dashes");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // the decoder's own message would show a character of the key
            throw new IllegalArgumentException("key-encryption key \"" + id + "\" is not Base64");
        }
        if (bytes.length != Aes.KEY_BYTES) {
            throw new IllegalArgumentException(
                    "key-encryption key \"" + id + "\" has " + bytes.length + " bytes; it must have " + Aes.KEY_BYTES);
        }
        return new KeyEncryptionKey(id, Aes.key(bytes));
    }

    /** A new random one, for a first start and for tests, as Base64. */
    public static String random() {
        return Base64.getEncoder().encodeToString(Aes.random(Aes.KEY_BYTES));
    }

    /** Its name; no secret. */
    public String id() {
        return id;
    }

    SecretKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "KeyEncryptionKey[***]";
    }
}

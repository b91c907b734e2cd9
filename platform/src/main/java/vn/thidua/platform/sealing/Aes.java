package vn.thidua.platform.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AES-256-GCM with a random IV of 12 bytes and a tag of 16. */
final class Aes {

    static final int IV_BYTES = 12;
    static final int TAG_BYTES = 16;
    static final int KEY_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Aes() {}

    static byte[] random(int bytes) {
        byte[] out = new byte[bytes];
        RANDOM.nextBytes(out);
        return out;
    }

    static SecretKey newKey() {
        try {
            KeyGenerator keys = KeyGenerator.getInstance("AES");
            keys.init(KEY_BYTES * 8, RANDOM);
            return keys.generateKey();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** Ciphertext and tag. */
    static byte[] encrypt(SecretKey key, byte[] iv, byte[] plain, int offset, int length, byte[] aad) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, iv, aad).doFinal(plain, offset, length);
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** The plaintext; null if key, IV, additional data or ciphertext are not those it was made with. */
    static byte @Nullable [] decrypt(SecretKey key, byte[] iv, byte[] sealed, int offset, int length, byte[] aad) {
        if (length < TAG_BYTES || iv.length != IV_BYTES) {
            return null;
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, iv, aad).doFinal(sealed, offset, length);
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** A key, wrapped: IV, ciphertext, tag. */
    static byte[] wrap(SecretKey by, byte[] key, byte[] aad) {
        byte[] iv = random(IV_BYTES);
        byte[] ct = encrypt(by, iv, key, 0, key.length, aad);
        byte[] out = new byte[IV_BYTES + ct.length];
        System.arraycopy(iv, 0, out, 0, IV_BYTES);
        System.arraycopy(ct, 0, out, IV_BYTES, ct.length);
        return out;
    }

    /** What {@link #wrap} took; null if it was another key, or other data. */
    static byte @Nullable [] unwrap(SecretKey by, byte[] wrapped, byte[] aad) {
        if (wrapped.length < IV_BYTES + TAG_BYTES) {
            return null;
        }
        byte[] iv = java.util.Arrays.copyOf(wrapped, IV_BYTES);
        return decrypt(by, iv, wrapped, IV_BYTES, wrapped.length - IV_BYTES, aad);
    }

    static byte[] hmac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** Texts in a row, each with its length before it, so that no two rows of texts give the same bytes. */
    static byte[] bind(String... parts) {
        var joined = new StringBuilder();
        for (String part : parts) {
            joined.append(part.length()).append(':').append(part);
        }
        return joined.toString().getBytes(StandardCharsets.UTF_8);
    }

    static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] iv, byte[] aad) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, iv));
        cipher.updateAAD(aad);
        return cipher;
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("this Java platform does not do AES-256-GCM as it should", e);
    }
}

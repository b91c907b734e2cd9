package vn.thidua.platform.backup;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Checksums of files, and the seal of a manifest. */
final class Digests {

    private static final String HMAC = "HmacSHA256";

    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static byte[] mac(SecretKey key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            // a key for this purpose alone: the installation's secret makes once-keys too
            mac.init(key);
            byte[] purpose = mac.doFinal(Manifest.FORMAT.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            mac.init(new SecretKeySpec(purpose, HMAC));
            return mac.doFinal(bytes);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}

package vn.thidua.gateway.signin.throttle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes of names and addresses: whoever reads the counts does not learn who tried what from where. */
public final class Keyed {

    private static final String HMAC = "HmacSHA256";

    private final SecretKey key;

    /**
     * @param secret of the installation; a key of its own is made of it
     */
    public Keyed(byte[] secret) {
        key = new SecretKeySpec(mac(new SecretKeySpec(secret, HMAC), "sign-in"), HMAC);
    }

    /** Of several texts in a row, each with its length before it. */
    public String of(String... parts) {
        var joined = new StringBuilder();
        for (String part : parts) {
            joined.append(part.length()).append(':').append(part);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, joined.toString()));
    }

    private static byte[] mac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}

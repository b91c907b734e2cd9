package vn.thidua.access.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * How secrets of API clients are kept: SHA-256 of 32 random bytes. A slow hash helps against guessing alone, and there is
 * nothing to guess.
 */
public final class ClientSecrets {

    private ClientSecrets() {}

    /** Base64url of 32 bytes. */
    public static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether it is one of them; takes the same time whichever it is. */
    public static boolean matches(String secret, List<String> hashes) {
        byte[] wanted = hash(secret).getBytes(StandardCharsets.US_ASCII);
        boolean found = false;
        for (String hash : hashes) {
            found |= MessageDigest.isEqual(wanted, hash.getBytes(StandardCharsets.US_ASCII));
        }
        return found;
    }
}

package vn.thidua.platform.eventstore;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.bson.types.Binary;

/**
 * Makes once-keys. They are HMACs, so that the log does not tell who used which key, and a key cannot be found by
 * trying.
 */
public final class OnceKeys {

    private final SecretKey secret;

    /**
     * @param secret the installation's; with another one, earlier acts are not recognised any more
     */
    public OnceKeys(SecretKey secret) {
        this.secret = secret;
    }

    /**
     * A request of a client.
     *
     * @param request method, path and body: the same key with another request is refused
     */
    public OnceKey http(String caller, String idempotencyKey, byte[] request) {
        return new OnceKey(mac("http:" + caller + ":" + idempotencyKey), new Binary(hmac(request)));
    }

    /** A command that a contract event asks for. */
    public OnceKey consume(String purpose, String eventId, String targetId) {
        return new OnceKey(mac("consume:" + purpose + ":" + eventId + "/" + targetId), null);
    }

    /** A command that an event of the same context asks for. */
    public OnceKey react(String policy, String eventId, String targetId) {
        return new OnceKey(mac("react:" + policy + ":" + eventId + "/" + targetId), null);
    }

    /** A command that a day asks for. */
    public OnceKey clock(String policy, String targetId, LocalDate day) {
        return new OnceKey(mac("clock:" + policy + ":" + targetId + "/" + day), null);
    }

    private Binary mac(String text) {
        return new Binary(hmac(text.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] hmac(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return mac.doFinal(bytes);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this key makes no HMAC-SHA-256", e);
        }
    }
}

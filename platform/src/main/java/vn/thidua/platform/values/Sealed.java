package vn.thidua.platform.values;

/**
 * Personal data inside an event, readable through the key ring alone (AES-256-GCM). Erasing destroys the key; the event
 * stays and says "erased".
 *
 * @param subject whose key it is, as {@code person:0190...}
 * @param keyId which key of the ring
 * @param iv Base64, 12 bytes
 * @param ct Base64, ciphertext and tag
 */
public record Sealed(String subject, String keyId, String iv, String ct) {}

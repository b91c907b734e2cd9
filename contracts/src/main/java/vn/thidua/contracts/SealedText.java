package vn.thidua.contracts;

/**
 * Text that only a service with the key ring can read (AES-256-GCM). After an erasure nobody can.
 *
 * @param subject whose key it is, as {@code person:0190...}
 * @param keyId which key of the ring
 * @param iv Base64, 12 bytes
 * @param ct Base64, ciphertext and tag
 */
public record SealedText(String subject, String keyId, String iv, String ct) {}

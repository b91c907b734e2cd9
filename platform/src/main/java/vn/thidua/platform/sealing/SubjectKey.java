package vn.thidua.platform.sealing;

import javax.crypto.SecretKey;

/** A subject's key, for bytes of any kind. It seals and opens, and shows nothing. */
public final class SubjectKey {

    private final String subject;
    private final String id;
    private final SecretKey key;

    SubjectKey(String subject, String id, SecretKey key) {
        this.subject = subject;
        this.id = id;
        this.key = key;
    }

    /** Which key of the ring it is. */
    public String id() {
        return id;
    }

    /**
     * Seals bytes.
     *
     * @param place where they belong, as {@code chunk 7 of file 0190...}; they open only there
     * @return IV (12 bytes), ciphertext, tag (16 bytes)
     */
    public byte[] seal(byte[] plain, int length, String place) {
        byte[] iv = Aes.random(Aes.IV_BYTES);
        byte[] ct = Aes.encrypt(key, iv, plain, 0, length, Aes.bind("bytes", subject, id, place));
        byte[] out = new byte[Aes.IV_BYTES + ct.length];
        System.arraycopy(iv, 0, out, 0, Aes.IV_BYTES);
        System.arraycopy(ct, 0, out, Aes.IV_BYTES, ct.length);
        return out;
    }

    /**
     * The bytes again.
     *
     * @throws SealBrokenException if they are not what was sealed for that place
     */
    public byte[] open(byte[] sealed, String place) {
        byte[] plain = Aes.unwrap(key, sealed, Aes.bind("bytes", subject, id, place));
        if (plain == null) {
            throw new SealBrokenException(subject, "sealed bytes were changed");
        }
        return plain;
    }

    byte[] sealText(byte[] iv, byte[] plain) {
        return Aes.encrypt(key, iv, plain, 0, plain.length, Aes.bind("text", subject, id));
    }

    byte[] openText(byte[] iv, byte[] ct) {
        byte[] plain = Aes.decrypt(key, iv, ct, 0, ct.length, Aes.bind("text", subject, id));
        if (plain == null) {
            throw new SealBrokenException(subject, "a sealed text was changed");
        }
        return plain;
    }

    @Override
    public String toString() {
        return "SubjectKey[***]";
    }
}

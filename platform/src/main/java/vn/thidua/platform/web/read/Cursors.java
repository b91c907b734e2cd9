package vn.thidua.platform.web.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;

/**
 * Writes and reads cursors. One belongs to its list, filters included, and to no other; a changed one is refused. It stands
 * in addresses and says where a list is sorted, by a person's name for example, so nobody else can read it.
 */
public final class Cursors {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST = 4096;

    private final SecretKey key;

    /**
     * @param secret the installation's; processes that answer for each other share it
     */
    public Cursors(SecretKey secret) {
        this.key = key(secret);
    }

    /**
     * @param list address and filters
     */
    String seal(PageRequest.Cursor cursor, String list) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            switch (cursor.sort()) {
                case Long number -> {
                    out.writeByte('n');
                    out.writeLong(number);
                }
                default -> {
                    out.writeByte('s');
                    out.writeUTF(cursor.sort().toString());
                }
            }
            out.writeUTF(cursor.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(encrypted(bytes.toByteArray(), list));
    }

    /**
     * @throws ProblemException if it was not written here for this list
     */
    PageRequest.Cursor open(String text, String list) {
        byte[] body = decrypted(bytes(text), list);
        try (var in = new DataInputStream(new ByteArrayInputStream(body))) {
            Object sort = in.readByte() == 'n' ? (Object) in.readLong() : in.readUTF();
            return new PageRequest.Cursor(sort, in.readUTF());
        } catch (IOException e) {
            throw new UncheckedIOException("a cursor of ours that cannot be read", e);
        }
    }

    private static byte[] bytes(String text) {
        if (text.length() > LONGEST) {
            throw malformed();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            // the last letter has bits that say nothing: a cursor has one writing only
            if (!Base64.getUrlEncoder().withoutPadding().encodeToString(all).equals(text)) {
                throw malformed();
            }
            return all;
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private byte[] encrypted(byte[] body, String list) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, iv, list).doFinal(body);
            byte[] all = Arrays.copyOf(iv, IV_BYTES + text.length);
            System.arraycopy(text, 0, all, IV_BYTES, text.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform has no AES-GCM", e);
        }
    }

    private byte[] decrypted(byte[] all, String list) {
        if (all.length <= IV_BYTES) {
            throw malformed();
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, IV_BYTES), list)
                    .doFinal(all, IV_BYTES, all.length - IV_BYTES);
        } catch (GeneralSecurityException e) {
            throw malformed();
        }
    }

    private Cipher cipher(int mode, byte[] iv, String list) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(list.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static SecretKey key(SecretKey secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            return new SecretKeySpec(mac.doFinal("cursor".getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this key makes no HMAC-SHA-256", e);
        }
    }

    private static ProblemException malformed() {
        return new ProblemException(ProblemType.MALFORMED_CURSOR);
    }
}

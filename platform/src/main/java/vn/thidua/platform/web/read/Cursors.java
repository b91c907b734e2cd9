package vn.thidua.platform.web.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import vn.thidua.platform.web.problem.ProblemException;
import vn.thidua.platform.web.problem.ProblemType;

/** Writes and reads cursors. One belongs to its list, filters included, and to no other; a changed one is refused. */
public final class Cursors {

    private static final int MAC_BYTES = 16;
    private static final int LONGEST = 4096;

    private final SecretKey secret;

    /**
     * @param secret the installation's; processes that answer for each other share it
     */
    public Cursors(SecretKey secret) {
        this.secret = secret;
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
        byte[] body = bytes.toByteArray();
        byte[] mac = mac(body, list);
        byte[] all = Arrays.copyOf(mac, MAC_BYTES + body.length);
        System.arraycopy(body, 0, all, MAC_BYTES, body.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /**
     * @throws ProblemException if it was not written here for this list
     */
    PageRequest.Cursor open(String text, String list) {
        byte[] all = bytes(text);
        if (all.length <= MAC_BYTES) {
            throw malformed();
        }
        byte[] body = Arrays.copyOfRange(all, MAC_BYTES, all.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(all, MAC_BYTES), mac(body, list))) {
            throw malformed();
        }
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
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private byte[] mac(byte[] body, String list) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update("cursor\n".getBytes(StandardCharsets.UTF_8));
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) '\n');
            return Arrays.copyOf(mac.doFinal(body), MAC_BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this key makes no HMAC-SHA-256", e);
        }
    }

    private static ProblemException malformed() {
        return new ProblemException(ProblemType.MALFORMED_CURSOR);
    }
}

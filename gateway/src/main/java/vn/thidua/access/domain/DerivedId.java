package vn.thidua.access.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids of streams that keep something unique: UUIDv5 of what must be unique, so that two acts meet in one stream. */
public final class DerivedId {

    private static final UUID NAMESPACE = UUID.fromString("0b7c3d62-91a4-5e58-8c55-2f6d0c7be9a3");

    private DerivedId() {}

    public static String of(String purpose, String unique) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest((purpose + ":" + unique).getBytes(StandardCharsets.UTF_8)));
            long most = hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x5000L;
            long least = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
            return new UUID(most, least).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}

package vn.thidua.standalone;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What makes this installation itself. Made at the first start and never again: with another installation id no hash
 * chain fits, with another key-encryption key nothing that was sealed can be read.
 *
 * @param installation random UUID
 * @param secret 256 bits, Base64: once-keys and cursors are made with it
 * @param keyEncryptionKey 256 bits, Base64: wraps the keys of personal data
 */
public record Secrets(String installation, String secret, String keyEncryptionKey) {

    /** Reads them, or makes them if nothing has been kept here yet. */
    public static Secrets of(Home home) {
        return read(home).orElseGet(() -> {
            if (Files.exists(home.choice())) {
                throw new Refusal(
                        Refusal.UNUSABLE,
                        "Thiếu " + home.secrets() + "/secrets.json: không có tệp này thì không đọc được dữ liệu đã"
                                + " lưu. Hãy khôi phục tệp từ bản sao lưu.",
                        "the data was written under secrets that are missing: restore " + home.secrets()
                                + "/secrets.json from the backup of the keys");
            }
            var random = new SecureRandom();
            var made = new Secrets(UUID.randomUUID().toString(), key(random), key(random));
            JsonFile.write(home.secrets().resolve("secrets.json"), made);
            return made;
        });
    }

    static Optional<Secrets> read(Home home) {
        return JsonFile.read(home.secrets().resolve("secrets.json"), Secrets.class);
    }

    private static String key(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Nothing of it may come into a log. */
    @Override
    public String toString() {
        return "Secrets[" + installation + "]";
    }
}

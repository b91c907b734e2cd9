package vn.thidua.platform.files;

import java.io.InputStream;

/**
 * A file and its bytes. The stream fails with {@link FileDamagedException} where what is stored is not what was taken
 * in; all it gave before is genuine. Whoever opened it closes it.
 */
public record FileContent(StoredFile file, InputStream bytes) implements AutoCloseable {

    @Override
    public void close() throws java.io.IOException {
        bytes.close();
    }
}

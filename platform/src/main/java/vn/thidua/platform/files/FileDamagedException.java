package vn.thidua.platform.files;

import java.io.IOException;

/** The stored bytes of a file were cut, changed or exchanged. */
public final class FileDamagedException extends IOException {

    private static final long serialVersionUID = 1;

    FileDamagedException(String message, Throwable cause) {
        super(message, cause);
    }

    FileDamagedException(String message) {
        super(message);
    }
}

package vn.thidua.platform.sealing;

/** The configured key-encryption keys do not fit the stored keys: nothing may start on them. */
public final class WrongKeyEncryptionKeyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongKeyEncryptionKeyException(String message) {
        super(message);
    }
}

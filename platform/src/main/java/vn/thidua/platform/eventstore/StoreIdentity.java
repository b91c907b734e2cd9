package vn.thidua.platform.eventstore;

import java.nio.charset.StandardCharsets;

/**
 * Whose log it is; the hash chain starts from it, so that a commit of another store cannot stand in this one.
 *
 * @param installation id of the installation, random, made at its first start
 * @param context name of the context, {@code plan} for example
 */
public record StoreIdentity(String installation, String context) {

    byte[] genesis() {
        return Hashes.sha256(
                installation.getBytes(StandardCharsets.UTF_8), new byte[1], context.getBytes(StandardCharsets.UTF_8));
    }
}

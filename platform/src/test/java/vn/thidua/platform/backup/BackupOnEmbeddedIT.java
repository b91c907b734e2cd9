package vn.thidua.platform.backup;

import vn.thidua.platform.testing.Backends;

/** Backups of the embedded server. */
class BackupOnEmbeddedIT extends BackupContract {

    @Override
    String uri() {
        return Backends.embeddedUri();
    }
}

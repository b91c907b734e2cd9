package vn.thidua.platform.backup;

import vn.thidua.platform.testing.Backends;

/** Backups of the MongoDB the tests were given. */
class BackupOnMongoIT extends BackupContract {

    @Override
    String uri() {
        return Backends.mongoUri();
    }
}

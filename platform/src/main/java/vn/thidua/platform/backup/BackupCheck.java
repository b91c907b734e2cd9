package vn.thidua.platform.backup;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import vn.thidua.platform.backup.Manifest.Kind;
import vn.thidua.platform.backup.Manifest.Part;
import vn.thidua.platform.backup.Manifest.Stream;
import vn.thidua.platform.eventstore.ChainWalk;
import vn.thidua.platform.eventstore.StoreIdentity;

/** Reads a whole backup: every file against its checksum, every log against its hash chain, every file's pieces. */
final class BackupCheck {

    private final Folder folder;
    private final Manifest manifest;

    BackupCheck(Folder folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /** @throws BackupRefusedException if something is not as it was written */
    void run(Consumer<String> progress) {
        for (Stream stream : manifest.streams()) {
            ChainWalk walk = ChainWalk.fromStart(new StoreIdentity(manifest.installation(), stream.context()));
            List<Part> parts = manifest.parts(Kind.COMMITS, stream.context());
            for (Part part : parts) {
                PartReader.read(folder.parts(), part, commit -> {
                    if (!walk.follows(commit)) {
                        throw BackupRefusedException.damaged(
                                part.file(),
                                "không khớp chuỗi băm tại vị trí " + walk.next(),
                                "does not fit the hash chain at position " + walk.next());
                    }
                });
            }
            if (!walk.head().equals(stream.head())) {
                throw BackupRefusedException.damaged(
                        parts.isEmpty() ? "commits" : parts.getLast().file(),
                        "thiếu phần cuối",
                        "lacks the end of the log");
            }
            progress.accept(stream.context() + ": " + stream.commits() + " commits, next position " + stream.next()
                    + ", head " + stream.hash());
            files(stream.context());
        }
        for (Part part : manifest.parts()) {
            if (part.kind() == Kind.ROWS && !part.collection().equals(FilesCopy.FILES)) {
                PartReader.read(folder.parts(), part, _ -> {});
            }
        }
    }

    private void files(String context) {
        Set<String> pieces = new HashSet<>();
        for (Part part : manifest.parts(Kind.PIECES, context)) {
            PartReader.read(
                    folder.parts(),
                    part,
                    piece -> pieces.add(piece.getString("files_id").getValue()));
        }
        for (Part part : manifest.parts(Kind.ROWS, context)) {
            if (part.collection().equals(FilesCopy.FILES)) {
                PartReader.read(folder.parts(), part, file -> {
                    if (!pieces.contains(FilesCopy.id(file))) {
                        throw BackupRefusedException.damaged(
                                part.file(), "nêu một tệp không có nội dung", "names a file without pieces");
                    }
                });
            }
        }
    }
}

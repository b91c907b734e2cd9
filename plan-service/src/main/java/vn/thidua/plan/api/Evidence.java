package vn.thidua.plan.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.thidua.plan.view.tasks.Tasks.Task;
import vn.thidua.platform.context.Accepted;
import vn.thidua.platform.context.ConflictException;
import vn.thidua.platform.context.VersionMismatchException;
import vn.thidua.platform.eventstore.OnceKeyReusedException;
import vn.thidua.platform.files.FileContent;
import vn.thidua.platform.files.FileLimits;
import vn.thidua.platform.files.FileStore;
import vn.thidua.platform.files.FileType;
import vn.thidua.platform.files.StoredFile;
import vn.thidua.platform.values.RejectedException;

/**
 * Files that show how far a task is. Each is sent to one task and belongs to it; it stays once a report or a completion
 * names it, else it goes after a day.
 */
@Component
class Evidence {

    private static final long MOST_BYTES = 20L * 1024 * 1024;

    private static final FileLimits LIMITS =
            FileLimits.of(MOST_BYTES, FileType.PNG, FileType.JPEG, FileType.PDF, FileType.DOCX, FileType.XLSX);

    private final FileStore files;

    Evidence(FileStore planFiles) {
        this.files = planFiles;
    }

    StoredFile take(Task task, InputStream bytes, String name) throws IOException {
        return files.upload(bytes, name, owner(task.id()), LIMITS);
    }

    /** The file and its bytes, if it was sent to this task and is still there. */
    Optional<FileContent> open(Task task, String file) {
        return ofTask(task.id(), file).isEmpty() ? Optional.empty() : files.open(file);
    }

    private Optional<StoredFile> ofTask(String task, String file) {
        return files.find(file).filter(found -> found.owner().equals(owner(task)));
    }

    /**
     * Sends a command that names files. They are held before it is sent, and let go again if it is refused: under the name
     * of the request, so that what an earlier report holds stays held.
     *
     * @param field that names them
     * @throws RejectedException if one of them was not sent to this task
     */
    Accepted sendWith(Task task, List<String> named, String field, String request, Supplier<Accepted> command) {
        for (String file : named) {
            if (ofTask(task.id(), file).isEmpty()) {
                throw new RejectedException(new ActRejection.FileOfAnother(field));
            }
        }
        String reference = owner(task.id()) + ":" + request;
        try {
            named.forEach(file -> files.refer(file, reference));
            return command.get();
        } catch (RejectedException | VersionMismatchException | ConflictException | OnceKeyReusedException e) {
            // in all other cases it may have been taken
            named.forEach(file -> files.release(file, reference));
            throw e;
        }
    }

    private static String owner(String task) {
        return "task:" + task;
    }
}

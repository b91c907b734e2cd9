package vn.thidua.platform.files;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.thidua.platform.context.ContextPart;

/** Every hour takes away the files of a context to which nothing has referred for {@link FileStore#UNREFERRED}. */
public final class FileSweep implements ContextPart {

    private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final FileStore files;
    private final Clock clock;
    private volatile @Nullable Thread thread;

    public FileSweep(FileStore files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "file-sweep";
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name(name()).start(this::loop);
    }

    private void loop() {
        while (true) {
            try {
                Thread.sleep(EVERY);
                files.sweep(clock.instant());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("files are swept an hour later", e);
            }
        }
    }

    @Override
    public void close() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}

package vn.thidua.bench.up;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.thidua.bench.figure.Bench;
import vn.thidua.bench.figure.Figure;
import vn.thidua.bench.figure.Run;
import vn.thidua.bench.figure.Scale;
import vn.thidua.bench.figure.Target;

/** How long {@code ./thidua up} takes, and how much memory what it starts has. */
public final class UpFigures implements Bench {

    private static final String SECONDS = "s";

    @Override
    public String name() {
        return "up";
    }

    @Override
    public String words() {
        return "./thidua up: cold, warm, after kill -9; memory idle and under load";
    }

    @Override
    public boolean needsDatabase() {
        return false;
    }

    @Override
    public void measure(Run run) throws Exception {
        Figure cold = run.figure("./thidua up, cold (nothing was kept)", SECONDS, null, null);
        Figure warm = run.figure("./thidua up, warm (on what was kept)", SECONDS, null, Target.valueAtMost(12, 6.0));
        Figure killed = run.figure("./thidua up, after kill -9", SECONDS, null, null);
        Figure idle = run.figure("memory without mongod, idle", "MB", null, Target.valueAtMost(1536, 800.0));
        Figure loaded = run.figure("memory without mongod, under load", "MB", null, Target.valueAtMost(1536, 800.0));
        boolean longForm = run.scale() == Scale.FULL;
        for (int round = 0; round < run.scale().rounds(); round++) {
            Path home = Files.createTempDirectory("thidua-up-");
            var launched = new Launched(run.root(), home);
            try {
                if (round == 0) {
                    // builds, if it has to: that is not what is measured
                    launched.call("build");
                }
                cold.add(launched.call("up") / 1000);
                Thread.sleep(longForm ? 15_000 : 3_000);
                idle.add(launched.megabytes());
                loaded.add(peakDuringDemo(launched));
                launched.call("down");
                warm.add(launched.call("up") / 1000);
                ProcessHandle process = launched.process();
                process.destroyForcibly();
                process.onExit().get(30, TimeUnit.SECONDS);
                killed.add(launched.call("up") / 1000);
            } finally {
                launched.call("down");
                delete(home);
            }
        }
    }

    /** The demo is a load of writes and reads. */
    private static double peakDuringDemo(Launched launched) throws Exception {
        CompletableFuture<Void> demo = CompletableFuture.runAsync(() -> {
            try {
                launched.call("up", "--demo");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
        double most = 0;
        while (!demo.isDone()) {
            most = Math.max(most, launched.megabytes());
            Thread.sleep(200);
        }
        demo.get();
        return Math.max(most, launched.megabytes());
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

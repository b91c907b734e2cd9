package vn.thidua.torture.roster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The time of this machine, and some hours more or less. */
public final class TurnedClock extends Clock {

    /** In the folder of the installation; holds a number of hours. */
    public static final String FILE = "clock-hours";

    private static final long LOOK_AGAIN_NANOS = 200_000_000;

    private final Path file;
    private volatile Duration turned = Duration.ZERO;
    private volatile long looked;

    TurnedClock(Path file) {
        this.file = file;
        this.turned = read();
        this.looked = System.nanoTime();
    }

    private Duration read() {
        try {
            return Files.exists(file)
                    ? Duration.ofHours(Long.parseLong(Files.readString(file).strip()))
                    : Duration.ZERO;
        } catch (IOException | NumberFormatException e) {
            // it is being written
            return turned;
        }
    }

    @Override
    public Instant instant() {
        if (System.nanoTime() - looked > LOOK_AGAIN_NANOS) {
            turned = read();
            looked = System.nanoTime();
        }
        return Instant.now().plus(turned);
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Asia/Ho_Chi_Minh");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), turned);
    }
}

package vn.thidua.bench;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;

/**
 * What the numbers hold for.
 *
 * @param processors that this JVM was told of
 * @param load processes that wanted a processor of the machine in the last minute; negative where nobody counts them
 */
record Setting(String jdk, String machine, int processors, long heapBytes, String collector, double load) {
    static Setting current() {
        Runtime runtime = Runtime.getRuntime();
        return new Setting(
                System.getProperty("java.vendor.version", "") + " " + Runtime.version(),
                System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""),
                runtime.availableProcessors(),
                runtime.maxMemory(),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(", ")),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    String line() {
        return "JDK %s, %s, %d processor%s for this JVM, heap %d MB (%s); load of the machine before: %s"
                .formatted(
                        jdk.strip(),
                        machine,
                        processors,
                        processors == 1 ? "" : "s",
                        heapBytes >> 20,
                        collector,
                        load < 0 ? "unknown" : Report.number(load));
    }
}

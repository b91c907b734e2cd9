package vn.thidua.plan.api;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.view.directory.Directory;

/**
 * A unit as its documents name it.
 *
 * @param name {@code UBND xã An Bình}; an office has its own name
 * @param above the office above it in the header; null for a People's Committee, which stands alone there
 */
record Issuer(String name, @Nullable String above) {

    /** As it was called on that day; its id, if nobody has told of it. */
    static Issuer of(String unit, LocalDate day, Directory directory) {
        Optional<Directory.Unit> own = directory.unit(unit, day);
        if (own.isEmpty()) {
            return new Issuer(unit, null);
        }
        String above = own.filter(each -> !isTerritory(each))
                .map(Directory.Unit::parent)
                .flatMap(parent -> directory.unit(parent, day))
                .map(Issuer::named)
                .orElse(null);
        return new Issuer(named(own.get()), above);
    }

    /** The unit of a territory is its People's Committee. */
    private static String named(Directory.Unit unit) {
        String name = unit.name();
        return isTerritory(unit) ? "UBND " + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) : name;
    }

    private static boolean isTerritory(Directory.Unit unit) {
        return switch (unit.kind()) {
            case PROVINCE, DISTRICT, COMMUNE -> true;
            case VILLAGE, BODY -> false;
        };
    }
}

package vn.thidua.access.api;

import java.time.LocalDate;

/** Which units have none above them. */
@FunctionalInterface
public interface Tops {

    boolean isTop(String unit, LocalDate day);
}

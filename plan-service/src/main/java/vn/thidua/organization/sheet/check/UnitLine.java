package vn.thidua.organization.sheet.check;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.unit.UnitKind;

/** A row of the list of units, read; what was wrong is said in {@code row}. */
final class UnitLine {
    final CheckedRow row;
    final String code;
    final String name;
    final @Nullable UnitKind kind;
    final String parentWords;
    final String successorWords;
    final @Nullable LocalDate from;
    final @Nullable LocalDate to;

    @Nullable
    Node parent;

    @Nullable
    Node successor;

    UnitLine(
            CheckedRow row,
            String code,
            String name,
            @Nullable UnitKind kind,
            String parentWords,
            String successorWords,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        this.row = row;
        this.code = code;
        this.name = name;
        this.kind = kind;
        this.parentWords = parentWords;
        this.successorWords = successorWords;
        this.from = from;
        this.to = to;
    }
}

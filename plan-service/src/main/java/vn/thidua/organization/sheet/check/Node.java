package vn.thidua.organization.sheet.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.organization.domain.unit.UnitKind;

/** A unit, known before or coming with the file, or both. */
final class Node {
    final String id;
    final KnownTree.@Nullable KnownUnit known;
    String code;
    UnitKind kind;
    LocalDate from;
    /** Last day, with what the file says; null without end. */
    @Nullable
    LocalDate until;
    /** Where a merger of the file, or an earlier one, takes it. */
    @Nullable
    Node successor;
    /** What the file says about it, in order of days. */
    final List<UnitLine> lines = new ArrayList<>();

    final List<String> names = new ArrayList<>();
    /** Every parent it has on some day. */
    final List<Node> parents = new ArrayList<>();

    Node(String id, KnownTree.@Nullable KnownUnit known, String code, UnitKind kind, LocalDate from) {
        this.id = id;
        this.known = known;
        this.code = code;
        this.kind = kind;
        this.from = from;
    }

    boolean existsOn(LocalDate day) {
        return !day.isBefore(from) && !endsBefore(day);
    }

    boolean endsBefore(LocalDate day) {
        return until != null && until.isBefore(day);
    }

    String name() {
        return names.isEmpty() ? code : names.getLast();
    }

    /** The name with where it stands, to tell it from its like. */
    String described() {
        String above = parents.isEmpty() ? "" : ", " + parents.getLast().name();
        return "\"" + name() + "\"" + (code.isEmpty() ? "" : " (mã " + code + above + ")");
    }
}

package vn.thidua.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tree of units and people promises. Days are inclusive: {@code effective} is the first day of what is new, the
 * day before it the last one of what was; {@code until} is a last day, null where no end is known. An act may be recorded
 * days after its effective date, or years before it. Between two acts on one attribute (name and code, parent) the earlier
 * one holds until the day before the later one, whatever the order in which they were recorded.
 *
 * <p>Whoever ends in a merge, a split or a dissolution may have a successor: posts in the ended unit are from that day on
 * posts in its successor, and end with the unit where there is none. What is below it stands in {@code moved}, in full.
 *
 * <p>A unit that was dissolved on the day of its establishment never was: it had been recorded in error.
 */
public sealed interface OrganizationContract extends ContractEvent {

    /** Whether it is an administrative unit at one of the tiers, or a part of another unit. */
    enum UnitKind {
        /** Tỉnh, thành phố trực thuộc trung ương. */
        PROVINCE,
        /** Huyện, quận, thị xã, thành phố thuộc tỉnh. */
        DISTRICT,
        /** Xã, phường, thị trấn, đặc khu. */
        COMMUNE,
        /** Thôn, bản, tổ dân phố. */
        VILLAGE,
        /** Office, section, mass organization, council, school, sector unit: part of the unit above it. */
        BODY
    }

    enum PostKind {
        /** Cán bộ, công chức, viên chức. */
        OFFICIAL,
        /** Người hoạt động không chuyên trách. */
        NON_SPECIALISED,
        /** Trưởng thôn, tổ trưởng tổ dân phố. */
        VILLAGE_HEAD
    }

    enum Gender {
        FEMALE,
        MALE
    }

    /**
     * A unit that has another parent from the act's effective date on.
     *
     * @param until last day under the new parent; null without end
     */
    record Moved(
            String unit, String from, String to, @Nullable LocalDate until) {}

    /**
     * A unit as it is from the act's effective date on.
     *
     * @param established whether the act made it; else it stood before
     */
    record Part(
            String unit,
            boolean established,
            UnitKind kind,
            String code,
            String name,
            @Nullable String parent,
            String home) {}

    /**
     * @param code official code or one of our own; no two units have the same on one day
     * @param name as written in full, as {@code Phường Hòa Bình}
     * @param parent null at the top
     * @param home installation that accepts commands for it
     */
    record UnitEstablishedV1(
            String unit,
            UnitKind kind,
            String code,
            String name,
            @Nullable String parent,
            LocalDate effective,
            @Nullable LocalDate until,
            String home)
            implements OrganizationContract {
        @Override
        public String subject() {
            return "unit/" + unit;
        }
    }

    /** Another name, another code, or both; a second one for the same day puts the first one right. */
    record UnitRenamedV1(String unit, UnitKind kind, String name, String code, LocalDate effective)
            implements OrganizationContract {
        @Override
        public String subject() {
            return "unit/" + unit;
        }
    }

    /** @param until last day under the new parent, where a later move was recorded before; null without end */
    record UnitMovedV1(
            String unit,
            UnitKind kind,
            @Nullable String from,
            String to,
            LocalDate effective,
            @Nullable LocalDate until)
            implements OrganizationContract {
        @Override
        public String subject() {
            return "unit/" + unit;
        }
    }

    /**
     * Several units end and become one, which is new or stood before; it is their successor.
     *
     * @param unit the id of {@code into}
     * @param merged the units that end; never holds {@code into}
     * @param moved all that was below them
     */
    record UnitsMergedV1(String unit, Part into, List<String> merged, List<Moved> moved, LocalDate effective)
            implements OrganizationContract {
        public UnitsMergedV1 {
            merged = List.copyOf(merged);
            moved = List.copyOf(moved);
        }

        @Override
        public String subject() {
            return "unit/" + unit;
        }
    }

    /**
     * A unit gives up parts of itself, which are new or stood before, and goes on or ends.
     *
     * @param ended whether the unit ends
     * @param successor where its posts go if it ends: one of the parts; null if it goes on
     */
    record UnitSplitV1(
            String unit,
            boolean ended,
            @Nullable String successor,
            List<Part> parts,
            List<Moved> moved,
            LocalDate effective)
            implements OrganizationContract {
        public UnitSplitV1 {
            parts = List.copyOf(parts);
            moved = List.copyOf(moved);
        }

        @Override
        public String subject() {
            return "unit/" + unit;
        }
    }

    /**
     * @param effective first day on which it is no more
     * @param successor where its posts go; null if they end
     */
    record UnitDissolvedV1(String unit, @Nullable String successor, List<Moved> moved, LocalDate effective)
            implements OrganizationContract {
        public UnitDissolvedV1 {
            moved = List.copyOf(moved);
        }

        @Override
        public String subject() {
            return "unit/" + unit;
        }
    }

    /**
     * @param unit that registered the person
     * @param name sealed for {@code person:<id>}
     * @param gender null if unknown
     * @param birthYear null if unknown
     */
    record PersonRegisteredV1(
            String person,
            String unit,
            SealedText name,
            @Nullable Gender gender,
            @Nullable Integer birthYear) implements OrganizationContract {
        @Override
        public String subject() {
            return "person/" + person;
        }
    }

    /**
     * Two records of one human became one: whatever names {@code merged} means {@code person}.
     *
     * @param person the record that stays
     */
    record PersonsMergedV1(String person, String unit, String merged) implements OrganizationContract {
        @Override
        public String subject() {
            return "person/" + person;
        }
    }

    /**
     * The person's key is destroyed; views scrub what they hold in the clear.
     *
     * @param erased the person and all records that were merged into it
     */
    record PersonErasedV1(String person, String unit, List<String> erased) implements OrganizationContract {
        public PersonErasedV1 {
            erased = List.copyOf(erased);
        }

        @Override
        public String subject() {
            return "person/" + person;
        }
    }

    /**
     * @param post id of this holding: this person, this title, this unit, these days
     * @param title as written, as {@code Chủ tịch UBND xã}
     * @param until last day; null without end
     */
    record PostHeldV1(
            String post,
            String person,
            String unit,
            String title,
            PostKind kind,
            LocalDate from,
            @Nullable LocalDate until)
            implements OrganizationContract {
        @Override
        public String subject() {
            return "person/" + person;
        }
    }

    /** @param lastDay before {@code from} if the post was recorded in error and never held */
    record PostLeftV1(
            String post, String person, String unit, String title, PostKind kind, LocalDate from, LocalDate lastDay)
            implements OrganizationContract {
        @Override
        public String subject() {
            return "person/" + person;
        }
    }

    /** What the members of a group are, and how they are found. */
    enum MembersKind {
        /** The units listed; one that has ended is represented by its successor. */
        UNITS,
        /** The persons listed. */
        PERSONS,
        /** All units of a kind below the group's unit, on the day asked for. */
        UNITS_OF_KIND,
        /** All who hold a post of a kind in the group's unit or below, on the day asked for. */
        HOLDERS_OF_POSTS
    }

    /**
     * A named set of units or people, kept by a unit: a list, or a rule that the tree answers for any day.
     *
     * @param unit whose group it is
     * @param kind of the members
     * @param ids of units or persons; null where a rule finds them
     * @param unitKind for {@link MembersKind#UNITS_OF_KIND}, else null
     * @param postKind for {@link MembersKind#HOLDERS_OF_POSTS}, else null
     */
    record GroupDefinedV1(
            String group,
            String unit,
            String name,
            MembersKind kind,
            @Nullable List<String> ids,
            @Nullable UnitKind unitKind,
            @Nullable PostKind postKind,
            LocalDate effective)
            implements OrganizationContract {
        public GroupDefinedV1 {
            ids = ids == null ? null : List.copyOf(ids);
        }

        @Override
        public String subject() {
            return "group/" + group;
        }
    }

    /** Name and members from a day on, in full; a second one for the same day puts the first one right. */
    record GroupChangedV1(
            String group,
            String unit,
            String name,
            MembersKind kind,
            @Nullable List<String> ids,
            @Nullable UnitKind unitKind,
            @Nullable PostKind postKind,
            LocalDate effective)
            implements OrganizationContract {
        public GroupChangedV1 {
            ids = ids == null ? null : List.copyOf(ids);
        }

        @Override
        public String subject() {
            return "group/" + group;
        }
    }

    /** @param effective first day on which it is no more */
    record GroupClosedV1(String group, String unit, LocalDate effective) implements OrganizationContract {
        @Override
        public String subject() {
            return "group/" + group;
        }
    }
}

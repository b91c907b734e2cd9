package vn.thidua.organization;

import vn.thidua.organization.domain.group.GroupEvent;
import vn.thidua.organization.domain.imports.ImportEvent;
import vn.thidua.organization.domain.person.CitizenEvent;
import vn.thidua.organization.domain.person.PersonEvent;
import vn.thidua.organization.domain.unit.CodeEvent;
import vn.thidua.organization.domain.unit.UnitEvent;
import vn.thidua.platform.eventstore.EventNames;

/** The names under which this context's events are stored. They never change. */
public final class OrganizationEvents {

    private OrganizationEvents() {}

    public static EventNames names() {
        EventNames.Builder names = EventNames.builder();
        units(names);
        people(names);
        imports(names);
        return names.name(GroupEvent.GroupDefined.class, "organization.group-defined", 1)
                .name(GroupEvent.GroupChanged.class, "organization.group-changed", 1)
                .name(GroupEvent.GroupClosed.class, "organization.group-closed", 1)
                .build();
    }

    private static void units(EventNames.Builder names) {
        names.name(UnitEvent.UnitEstablished.class, "organization.unit-established", 1)
                .name(UnitEvent.UnitFormed.class, "organization.unit-formed", 1)
                .name(UnitEvent.UnitRenamed.class, "organization.unit-renamed", 1)
                .name(UnitEvent.UnitMoved.class, "organization.unit-moved", 1)
                .name(UnitEvent.UnitTransferred.class, "organization.unit-transferred", 1)
                .name(UnitEvent.UnitsMerged.class, "organization.units-merged", 1)
                .name(UnitEvent.UnitEnded.class, "organization.unit-ended", 1)
                .name(UnitEvent.UnitSplit.class, "organization.unit-split", 1)
                .name(UnitEvent.UnitDissolved.class, "organization.unit-dissolved", 1)
                .name(UnitEvent.UnitWithdrawn.class, "organization.unit-withdrawn", 1)
                .name(UnitEvent.MembersJoined.class, "organization.unit-members-joined", 1)
                .name(UnitEvent.MembersLeft.class, "organization.unit-members-left", 1)
                .name(UnitEvent.BranchGrew.class, "organization.unit-branch-grew", 1)
                .name(UnitEvent.UnitReferred.class, "organization.unit-referred", 1)
                .name(CodeEvent.CodeTaken.class, "organization.unit-code-taken", 1)
                .name(CodeEvent.CodeFreed.class, "organization.unit-code-freed", 1);
    }

    private static void people(EventNames.Builder names) {
        names.name(PersonEvent.PersonRegistered.class, "organization.person-registered", 1)
                .name(PersonEvent.PersonCorrected.class, "organization.person-corrected", 1)
                .name(PersonEvent.PostHeld.class, "organization.post-held", 1)
                .name(PersonEvent.PostLeft.class, "organization.post-left", 1)
                .name(PersonEvent.PersonsMerged.class, "organization.persons-merged", 1)
                .name(PersonEvent.PersonJoined.class, "organization.person-joined", 1)
                .name(PersonEvent.PersonErased.class, "organization.person-erased", 1)
                .name(CitizenEvent.CitizenRecorded.class, "organization.citizen-recorded", 1)
                .name(CitizenEvent.CitizenReleased.class, "organization.citizen-released", 1);
    }

    private static void imports(EventNames.Builder names) {
        names.name(ImportEvent.ImportProposed.class, "organization.import-proposed", 1)
                .name(ImportEvent.ImportDiscarded.class, "organization.import-discarded", 1)
                .name(ImportEvent.ImportStarted.class, "organization.import-started", 1)
                .name(ImportEvent.ImportBatchApplied.class, "organization.import-batch-applied", 1)
                .name(ImportEvent.ImportCompleted.class, "organization.import-completed", 1)
                .name(ImportEvent.ImportStopped.class, "organization.import-stopped", 1)
                .name(ImportEvent.ImportResumed.class, "organization.import-resumed", 1)
                .name(ImportEvent.ImportUndoStarted.class, "organization.import-undo-started", 1)
                .name(ImportEvent.ImportBatchUndone.class, "organization.import-batch-undone", 1)
                .name(ImportEvent.ImportUndone.class, "organization.import-undone", 1);
    }
}

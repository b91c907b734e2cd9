package vn.thidua.organization.publish;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.contracts.ContractEvent;
import vn.thidua.contracts.OrganizationContract;
import vn.thidua.contracts.OrganizationContract.Gender;
import vn.thidua.contracts.OrganizationContract.MembersKind;
import vn.thidua.contracts.OrganizationContract.PostKind;
import vn.thidua.contracts.OrganizationContract.UnitKind;
import vn.thidua.contracts.SealedText;
import vn.thidua.organization.domain.group.GroupEvent;
import vn.thidua.organization.domain.group.GroupMembers;
import vn.thidua.organization.domain.imports.ImportEvent;
import vn.thidua.organization.domain.person.CitizenEvent;
import vn.thidua.organization.domain.person.PersonEvent;
import vn.thidua.organization.domain.unit.CodeEvent;
import vn.thidua.organization.domain.unit.UnitEvent;
import vn.thidua.platform.processing.LoggedEvent;
import vn.thidua.platform.publish.Publication;
import vn.thidua.platform.values.Sealed;

/** What the tree and its people tell others. An act over several units is one contract event that names them all. */
public final class OrganizationPublication implements Publication {

    @Override
    public List<ContractEvent> publish(LoggedEvent event) {
        return switch (event.payload()) {
            case UnitEvent unit -> ofUnit(unit);
            case PersonEvent person -> ofPerson(person);
            case GroupEvent group -> ofGroup(group);
            // nobody else's business
            case CodeEvent _, CitizenEvent _, ImportEvent _ -> List.of();
            // a new family, or a name this version does not know: passed over it would be lost for everybody
            default ->
                throw new IllegalStateException(
                        "no event of this context: " + event.payload().getClass());
        };
    }

    private static List<ContractEvent> ofUnit(UnitEvent event) {
        return switch (event) {
            case UnitEvent.UnitEstablished e ->
                List.of(new OrganizationContract.UnitEstablishedV1(
                        e.unit(), kind(e.kind()), e.code(), e.name(), e.parent(), e.effective(), e.until(), e.home()));
            case UnitEvent.UnitRenamed e ->
                List.of(new OrganizationContract.UnitRenamedV1(
                        e.unit(), kind(e.kind()), e.name(), e.code(), e.effective()));
            case UnitEvent.UnitMoved e ->
                List.of(new OrganizationContract.UnitMovedV1(
                        e.unit(), kind(e.kind()), e.from(), e.to(), e.effective(), e.until()));
            case UnitEvent.UnitsMerged e ->
                List.of(new OrganizationContract.UnitsMergedV1(
                        e.unit(), part(e.into()), e.merged(), moved(e.moved()), e.effective()));
            case UnitEvent.UnitSplit e ->
                List.of(new OrganizationContract.UnitSplitV1(
                        e.unit(),
                        e.ended(),
                        e.successor(),
                        e.parts().stream().map(OrganizationPublication::part).toList(),
                        moved(e.moved()),
                        e.effective()));
            case UnitEvent.UnitDissolved e ->
                List.of(new OrganizationContract.UnitDissolvedV1(
                        e.unit(), e.successor(), moved(e.moved()), e.effective()));
            case UnitEvent.UnitWithdrawn e ->
                List.of(new OrganizationContract.UnitDissolvedV1(e.unit(), null, List.of(), e.effective()));
            // told by the event of the act that they are part of
            case UnitEvent.UnitFormed _,
                    UnitEvent.UnitTransferred _,
                    UnitEvent.UnitEnded _,
                    UnitEvent.MembersJoined _,
                    UnitEvent.MembersLeft _,
                    UnitEvent.BranchGrew _,
                    UnitEvent.UnitReferred _ -> List.of();
        };
    }

    private static List<ContractEvent> ofPerson(PersonEvent event) {
        return switch (event) {
            case PersonEvent.PersonRegistered e ->
                List.of(new OrganizationContract.PersonRegisteredV1(
                        e.person(), e.unit(), text(e.name()), gender(e.gender()), e.birthYear()));
            // the facts as they are now; who reads it puts them in the place of the earlier ones
            case PersonEvent.PersonCorrected e ->
                List.of(new OrganizationContract.PersonRegisteredV1(
                        e.person(), e.unit(), text(e.name()), gender(e.gender()), e.birthYear()));
            case PersonEvent.PostHeld e ->
                List.of(new OrganizationContract.PostHeldV1(
                        e.post(), e.person(), e.postUnit(), e.title(), kind(e.kind()), e.from(), e.until()));
            case PersonEvent.PostLeft e ->
                List.of(new OrganizationContract.PostLeftV1(
                        e.post(), e.person(), e.postUnit(), e.title(), kind(e.kind()), e.from(), e.lastDay()));
            case PersonEvent.PersonsMerged e ->
                List.of(new OrganizationContract.PersonsMergedV1(e.person(), e.unit(), e.merged()));
            case PersonEvent.PersonJoined _ -> List.of();
            case PersonEvent.PersonErased e ->
                List.of(new OrganizationContract.PersonErasedV1(e.person(), e.unit(), e.erased()));
        };
    }

    private static List<ContractEvent> ofGroup(GroupEvent event) {
        return switch (event) {
            case GroupEvent.GroupDefined e ->
                List.of(new OrganizationContract.GroupDefinedV1(
                        e.group(),
                        e.unit(),
                        e.name(),
                        kind(e.members().kind()),
                        ids(e.members()),
                        unitKind(e.members()),
                        postKind(e.members()),
                        e.effective()));
            case GroupEvent.GroupChanged e ->
                List.of(new OrganizationContract.GroupChangedV1(
                        e.group(),
                        e.unit(),
                        e.name(),
                        kind(e.members().kind()),
                        ids(e.members()),
                        unitKind(e.members()),
                        postKind(e.members()),
                        e.effective()));
            case GroupEvent.GroupClosed e ->
                List.of(new OrganizationContract.GroupClosedV1(e.group(), e.unit(), e.effective()));
        };
    }

    private static @Nullable List<String> ids(GroupMembers members) {
        return members.ids().isEmpty() ? null : members.ids();
    }

    private static @Nullable UnitKind unitKind(GroupMembers members) {
        return members.unitKind() == null ? null : kind(members.unitKind());
    }

    private static @Nullable PostKind postKind(GroupMembers members) {
        return members.postKind() == null ? null : kind(members.postKind());
    }

    private static MembersKind kind(GroupMembers.Kind kind) {
        return switch (kind) {
            case UNITS -> MembersKind.UNITS;
            case PERSONS -> MembersKind.PERSONS;
            case UNITS_OF_KIND -> MembersKind.UNITS_OF_KIND;
            case HOLDERS_OF_POSTS -> MembersKind.HOLDERS_OF_POSTS;
        };
    }

    private static List<OrganizationContract.Moved> moved(List<UnitEvent.Moved> moved) {
        return moved.stream()
                .map(m -> new OrganizationContract.Moved(m.unit(), m.from(), m.to(), m.until()))
                .toList();
    }

    private static OrganizationContract.Part part(UnitEvent.Part part) {
        return new OrganizationContract.Part(
                part.unit(),
                part.established(),
                kind(part.kind()),
                part.code(),
                part.name(),
                part.parent(),
                part.home());
    }

    private static SealedText text(Sealed sealed) {
        return new SealedText(sealed.subject(), sealed.keyId(), sealed.iv(), sealed.ct());
    }

    private static UnitKind kind(vn.thidua.organization.domain.unit.UnitKind kind) {
        return switch (kind) {
            case PROVINCE -> UnitKind.PROVINCE;
            case DISTRICT -> UnitKind.DISTRICT;
            case COMMUNE -> UnitKind.COMMUNE;
            case VILLAGE -> UnitKind.VILLAGE;
            case BODY -> UnitKind.BODY;
        };
    }

    private static PostKind kind(vn.thidua.organization.domain.person.PostKind kind) {
        return switch (kind) {
            case OFFICIAL -> PostKind.OFFICIAL;
            case NON_SPECIALISED -> PostKind.NON_SPECIALISED;
            case VILLAGE_HEAD -> PostKind.VILLAGE_HEAD;
        };
    }

    private static @Nullable Gender gender(vn.thidua.organization.domain.person.@Nullable Gender gender) {
        return switch (gender) {
            case null -> null;
            case FEMALE -> Gender.FEMALE;
            case MALE -> Gender.MALE;
        };
    }
}

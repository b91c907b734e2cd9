package vn.thidua.planservice;

import static vn.thidua.planservice.RunningService.OPERATOR;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import vn.thidua.plan.view.directory.Directory;
import vn.thidua.platform.security.Role;
import vn.thidua.platform.testing.Eventually;
import vn.thidua.platform.testing.Tokens;

/** A district with two communes, the bodies, villages, people and groups of one of them: where flows take place. */
final class FlowGround {

    private static final String SINCE = "2000-01-01";

    final RunningService organization;
    final RunningService plan;
    final String province;
    final String district;
    final String commune;
    final String neighbour;

    /** Bodies of the commune: who does the writing, and its emulation council. */
    final String office;

    final String council;
    final String village;
    final String chairman;

    /** All villages of the commune; all officials of it. */
    final String villages;

    final String officials;

    /**
     * @param code that the units' codes begin with
     * @param district its name, as {@code Huyện Bản Sen}
     * @param commune the same
     */
    FlowGround(RunningService service, String code, String district, String commune) {
        organization = service;
        plan = service.plan();
        province = service.unit("PROVINCE", code + "-P", "Tỉnh Mường Lay " + code, null, SINCE);
        this.district = service.unit("DISTRICT", code + "-D", district, province, SINCE);
        this.commune = service.unit("COMMUNE", code + "-X", commune, this.district, SINCE);
        neighbour = service.unit("COMMUNE", code + "-Y", "Xã Nà Lùng", this.district, SINCE);
        office = service.unit("BODY", code + "-XV", "Văn phòng – Thống kê", this.commune, SINCE);
        council = service.unit("BODY", code + "-XH", "Hội đồng Thi đua - Khen thưởng", this.commune, SINCE);
        village = service.unit("VILLAGE", code + "-X1", "Thôn Khuổi Lếch", this.commune, SINCE);
        service.unit("VILLAGE", code + "-X2", "Thôn Bản Đồn", this.commune, SINCE);
        chairman = service.does(
                OPERATOR, "/people", "{\"unit\": \"%s\", \"name\": \"Lục Văn Khải\"}".formatted(this.commune));
        service.does(OPERATOR, "/people/" + chairman + "/posts", """
                {"unit": "%s", "title": "Chủ tịch UBND", "kind": "OFFICIAL", "from": "2015-01-01"}""".formatted(this.commune));
        villages = group("Các thôn", "{\"kind\": \"UNITS_OF_KIND\", \"unitKind\": \"VILLAGE\"}");
        officials = group("Cán bộ, công chức", "{\"kind\": \"HOLDERS_OF_POSTS\", \"postKind\": \"OFFICIAL\"}");
        awaitHeard();
    }

    /** What one context tells the other hears a moment later. */
    private void awaitHeard() {
        Directory directory = organization.bean(Directory.class);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        Eventually.eventually(
                "the units, the post and both groups have come over",
                () -> directory.subtree(commune, today).size() == 5
                        && !directory.posts(commune, today).isEmpty()
                        && directory.groups(commune, today).size() == 2);
    }

    private String group(String name, String members) {
        return organization.does(OPERATOR, "/groups", """
                {"unit": "%s", "name": "%s", "effective": "%s", "members": %s}""".formatted(commune, name, SINCE, members));
    }

    /** Somebody with a role in a unit; the account is that of the person. */
    static Tokens who(String account, Role role, String unit) {
        return Tokens.of(account).person(account).role(role, unit);
    }

    Tokens clerk() {
        return who("clerk-of-the-commune", Role.OFFICER, commune);
    }

    Tokens leader() {
        return who("leader-of-the-commune", Role.LEADER, commune);
    }

    Tokens districtOffice() {
        return who("clerk-of-the-district", Role.OFFICER, district);
    }

    Tokens stranger() {
        return who("clerk-of-the-neighbour", Role.OFFICER, neighbour);
    }

    /** A document of the test resources. */
    static byte[] document(String name) {
        try (InputStream in =
                Objects.requireNonNull(FlowGround.class.getResourceAsStream("/flow/" + name), "no document " + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

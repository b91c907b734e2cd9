package vn.thidua.organization.sheet.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.thidua.organization.domain.person.Gender;
import vn.thidua.organization.domain.person.PostKind;
import vn.thidua.organization.domain.unit.UnitKind;
import vn.thidua.organization.sheet.Wording;

/** The words that lists use for kinds of units, of workers and of people. */
final class Vocabulary {
    private static final Map<String, UnitKind> UNITS = new HashMap<>();
    private static final int LONGEST = 4;
    private static final List<String> HEADS = List.of(
            "trưởng thôn",
            "trưởng bản",
            "trưởng ấp",
            "trưởng xóm",
            "trưởng buôn",
            "trưởng làng",
            "trưởng khóm",
            "trưởng khu phố",
            "trưởng khu dân cư",
            "tổ trưởng tổ dân phố",
            "tổ trưởng dân phố");

    static {
        put(UnitKind.PROVINCE, "tỉnh", "thành phố trực thuộc trung ương", "cấp tỉnh");
        put(UnitKind.DISTRICT, "huyện", "quận", "thị xã", "thành phố thuộc tỉnh", "cấp huyện");
        put(UnitKind.COMMUNE, "xã", "phường", "thị trấn", "đặc khu", "cấp xã");
        put(
                UnitKind.VILLAGE,
                "thôn",
                "bản",
                "làng",
                "buôn",
                "ấp",
                "khóm",
                "xóm",
                "khu phố",
                "khu dân cư",
                "tổ dân phố",
                "tdp",
                "thôn tổ dân phố");
        put(
                UnitKind.BODY,
                "cơ quan",
                "bộ phận",
                "cơ quan bộ phận",
                "phòng",
                "ban",
                "sở",
                "ngành",
                "trường",
                "đoàn thể",
                "mặt trận",
                "ủy ban mặt trận",
                "hội",
                "đoàn",
                "công đoàn",
                "liên đoàn",
                "hội đồng",
                "hội đồng nhân dân",
                "hđnd",
                "đảng ủy",
                "văn phòng",
                "trung tâm",
                "trạm",
                "đơn vị sự nghiệp",
                "công an",
                "ban chỉ huy",
                "chi bộ",
                "tổ chức",
                "tổ chức chính trị xã hội");
    }

    private Vocabulary() {}

    private static void put(UnitKind kind, String... words) {
        for (String word : words) {
            UNITS.put(Wording.key(word), kind);
        }
    }

    /** @param top whether the unit stands under none: a city does so as a province, else as a district */
    static Optional<UnitKind> unitKind(String words, boolean top) {
        String key = Wording.key(words);
        if (key.equals("thành phố") || key.equals("tp")) {
            return Optional.of(top ? UnitKind.PROVINCE : UnitKind.DISTRICT);
        }
        return Optional.ofNullable(UNITS.get(key));
    }

    /** The kind that the first words of a name say: "Xã A", "UBND huyện B". */
    static Optional<UnitKind> kindInName(String name, boolean top) {
        String[] words = Wording.key(withoutCommittee(name)).split(" ", LONGEST + 1);
        StringBuilder first = new StringBuilder();
        Optional<UnitKind> found = Optional.empty();
        for (int i = 0; i < Math.min(words.length, LONGEST); i++) {
            first.append(i == 0 ? "" : " ").append(words[i]);
            Optional<UnitKind> longer = unitKind(first.toString(), top);
            found = longer.isPresent() ? longer : found;
        }
        return found;
    }

    /** "UBND xã X" is the unit xã X. */
    static String withoutCommittee(String name) {
        String key = Wording.key(name);
        for (String committee : List.of("ủy ban nhân dân ", "ubnd ")) {
            if (key.startsWith(committee)) {
                return key.substring(committee.length());
            }
        }
        return key;
    }

    /** The name alone: "hòa bình" of "xã hòa bình"; "" if nothing but a number or the kind is left. */
    static String properName(String name) {
        String key = withoutCommittee(name);
        for (int length = LONGEST; length > 0; length--) {
            int end = 0;
            for (int i = 0; i < length && end >= 0; i++) {
                end = key.indexOf(' ', i == 0 ? 0 : end + 1);
            }
            if (end > 0) {
                String kind = key.substring(0, end);
                if (UNITS.containsKey(kind) || kind.equals("thành phố") || kind.equals("tp")) {
                    return key.substring(end + 1);
                }
            }
        }
        return "";
    }

    static Optional<Gender> gender(String words) {
        return switch (Wording.bare(words)) {
            case "nam", "m", "male" -> Optional.of(Gender.MALE);
            case "nu", "f", "female" -> Optional.of(Gender.FEMALE);
            default -> Optional.empty();
        };
    }

    static Optional<PostKind> postKind(String words) {
        String key = Wording.key(words);
        if (isHead(words)) {
            return Optional.of(PostKind.VILLAGE_HEAD);
        }
        if (key.contains("không chuyên trách") || key.equals("kct") || key.equals("nhđkct")) {
            return Optional.of(PostKind.NON_SPECIALISED);
        }
        return switch (key) {
            case "cán bộ",
                    "công chức",
                    "viên chức",
                    "cán bộ công chức",
                    "cán bộ công chức viên chức",
                    "cb",
                    "cc",
                    "cbcc" -> Optional.of(PostKind.OFFICIAL);
            default -> Optional.empty();
        };
    }

    /** Whether the title is one of a village's head. */
    static boolean isHead(String title) {
        String key = Wording.key(title);
        return HEADS.stream().anyMatch(head -> key.equals(head) || key.startsWith(head + " "));
    }
}

package vn.thidua.plan.view.wordings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.plan.domain.Names;

/** Words of a document without what says nothing of who is meant. All texts are keys of {@link Names}. */
final class Phrase {

    static final String COMMITTEE = Names.key("ủy ban nhân dân");

    /** Before a title or a name. */
    private static final List<String> LEADING = keys(
            "đồng chí", "các đồng chí", "đ c", "các đ c", "ông", "bà", "công chức", "cán bộ", "bộ phận", "thường trực");

    private static final List<String> WHOLE = keys("tất cả", "toàn bộ", "toàn thể", "những");

    private static final List<String> ALL_LEADING =
            Stream.concat(LEADING.stream(), WHOLE.stream()).toList();

    private static final List<String> ALL_OF = keys("các", "từng", "mỗi");

    /** Before the place where somebody is. */
    private static final List<String> OF =
            keys("trên địa bàn", "trực thuộc", "thuộc", "của", "trong toàn", "trong", "toàn");

    /** Before what somebody looks after. */
    private static final String IN_CHARGE = " " + Names.key("phụ trách") + " ";

    private static final Pattern COUNTED = Pattern.compile("0*([1-9]\\d{0,2}) (.+)");
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)");

    private Phrase() {}

    private static List<String> keys(String... words) {
        return Stream.of(words).map(Names::key).toList();
    }

    /**
     * The ways to read the words, the nearest first: as they stand, without what leads them in, without the place where
     * the issuing unit is.
     *
     * @param places what the issuing unit is called
     */
    static List<String> readings(String words, Set<String> places) {
        return readings(words, places, ALL_LEADING);
    }

    /** The same for the name of a group: "cán bộ" in it is no address. */
    static List<String> groupNames(String name, Set<String> places) {
        return readings(name, places, WHOLE);
    }

    private static List<String> readings(String words, Set<String> places, List<String> leading) {
        List<String> readings = new ArrayList<>();
        add(readings, Names.key(words));
        add(readings, Names.key(BRACKETS.matcher(words).replaceAll(" ")));
        for (String key : List.copyOf(readings)) {
            int inCharge = key.indexOf(IN_CHARGE);
            if (inCharge > 0) {
                add(readings, key.substring(0, inCharge));
            }
        }
        for (String key : List.copyOf(readings)) {
            withoutPlace(key, places).ifPresent(rest -> add(readings, rest));
        }
        for (int i = 0; i < readings.size() && readings.size() < 12; i++) {
            String reading = readings.get(i);
            leading.stream()
                    .filter(lead -> reading.startsWith(lead + " "))
                    .map(lead -> reading.substring(lead.length() + 1))
                    // "cán bộ xã" are not the commune
                    .filter(rest ->
                            !places.contains(rest) && KindWords.list(rest).isEmpty())
                    .forEach(rest -> add(readings, rest));
        }
        return readings;
    }

    /** What stands in brackets behind the words, and may say who is meant. */
    static List<String> inBrackets(String words) {
        return BRACKETS.matcher(words)
                .results()
                .map(found -> Names.key(found.group(1)))
                .filter(key -> !key.isEmpty())
                .toList();
    }

    private static void add(List<String> readings, String reading) {
        if (!reading.isEmpty() && !readings.contains(reading)) {
            readings.add(reading);
        }
    }

    /** "các thôn trên địa bàn xã" without where they are. */
    private static Optional<String> withoutPlace(String key, Set<String> places) {
        for (String of : OF) {
            int at = key.lastIndexOf(" " + of + " ");
            if (at > 0) {
                String place = key.substring(at + of.length() + 2);
                for (String whole : OF) {
                    place = place.startsWith(whole + " ") ? place.substring(whole.length() + 1) : place;
                }
                if (places.contains(place)) {
                    return Optional.of(key.substring(0, at));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Words for all of a kind, as "Chủ tịch UBND các xã, phường".
     *
     * @param head what stands before "các"; empty if nothing does
     * @param count how many there are said to be, as in "8 thôn"; null if nothing is said
     */
    record Plural(
            String head, List<KindWords> kinds, @Nullable Integer count) {}

    static Optional<Plural> plural(String reading) {
        for (String all : ALL_OF) {
            int at = (" " + reading).indexOf(" " + all + " ");
            if (at >= 0) {
                List<KindWords> kinds = KindWords.list(reading.substring(at + all.length() + 1));
                if (!kinds.isEmpty()) {
                    return Optional.of(new Plural(reading.substring(0, at).strip(), kinds, null));
                }
            }
        }
        Matcher counted = COUNTED.matcher(reading);
        if (counted.matches()) {
            List<KindWords> kinds = KindWords.list(counted.group(2));
            return kinds.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Plural("", kinds, Integer.valueOf(counted.group(1))));
        }
        // "UBND xã, phường, thị trấn": more than one can only be all
        String names = startsWith(reading, COMMITTEE)
                ? reading.substring(COMMITTEE.length()).strip()
                : reading;
        List<KindWords> kinds = KindWords.list(names);
        return kinds.size() < 2
                ? Optional.empty()
                : Optional.of(new Plural(names.equals(reading) ? "" : COMMITTEE, kinds, null));
    }

    /** Without "các" before a name, as in "các Trưởng thôn". */
    static Optional<String> single(String reading) {
        return ALL_OF.stream()
                .filter(all -> startsWith(reading, all))
                .map(all -> reading.substring(all.length()).strip())
                .findFirst();
    }

    static boolean startsWith(String key, String words) {
        return (key + " ").startsWith(words + " ");
    }

    static boolean endsWith(String key, String words) {
        return !words.isEmpty() && (" " + key).endsWith(" " + words);
    }
}

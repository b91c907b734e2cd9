package vn.thidua.plan.reader.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Tells words that can be Vietnamese from words that cannot: onset, rime and tone of one syllable. */
final class Syllables {
    /** Enough words to judge a text by; more only cost time. */
    private static final int ENOUGH = 20_000;

    private static final Set<String> ONSETS = Set.of(
            "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
            "qu", "r", "s", "t", "th", "tr", "v", "x");

    private static final Set<String> RIMES =
            Set.of(("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
                            + " e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu"
                            + " i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu"
                            + " o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo"
                            + " oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
                            + " u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya"
                            + " uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu"
                            + " y ych yên yêm yêt yêu ynh yt")
                    .split(" "));

    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final String ACUTE_OR_DOT = "\u0301\u0323";
    private static final int LONGEST = 7;

    private Syllables() {}

    /** @param odd words with letters beyond ASCII; @param valid how many of them can be Vietnamese */
    record Score(int odd, int valid, int words) {
        double rate() {
            return odd == 0 ? 0 : (double) valid / odd;
        }
    }

    static Score score(String text) {
        int odd = 0;
        int valid = 0;
        int words = 0;
        int i = 0;
        while (i < text.length() && odd < ENOUGH) {
            if (!isPart(text.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            boolean ascii = true;
            while (i < text.length() && isPart(text.charAt(i))) {
                ascii &= text.charAt(i) < 0x80;
                i++;
            }
            words++;
            if (!ascii) {
                odd++;
                valid += isSyllable(text.substring(start, i)) ? 1 : 0;
            }
        }
        return new Score(odd, valid, words);
    }

    /** Letters, their marks, and the signs that old encodings use for letters. */
    private static boolean isPart(char c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || c >= 0xa1 && c <= 0xff && (c < 0xb0 || c > 0xb3);
    }

    static boolean isSyllable(String word) {
        if (word.length() > LONGEST * 3) {
            return false;
        }
        String letters = Normalizer.normalize(word, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder toneless = new StringBuilder();
        char tone = 0;
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (TONES.indexOf(c) < 0) {
                toneless.append(c);
            } else if (tone != 0 || !followsVowel(letters, i)) {
                return false;
            } else {
                tone = c;
            }
        }
        return isSpelled(Normalizer.normalize(toneless, Normalizer.Form.NFC), tone);
    }

    private static boolean followsVowel(String letters, int at) {
        int i = at - 1;
        while (i > 0 && Character.getType(letters.charAt(i)) == Character.NON_SPACING_MARK) {
            i--;
        }
        return i >= 0 && "aeiouy".indexOf(letters.charAt(i)) >= 0;
    }

    private static boolean isSpelled(String syllable, char tone) {
        for (int split = Math.min(3, syllable.length() - 1); split >= 0; split--) {
            String onset = syllable.substring(0, split);
            String rime = syllable.substring(split);
            if (ONSETS.contains(onset) && RIMES.contains(rime) && agree(onset, rime) && carries(rime, tone)) {
                return true;
            }
        }
        return false;
    }

    /** Which letter writes the sounds k and g depends on the vowel that follows. */
    private static boolean agree(String onset, String rime) {
        boolean front = "eêiy".indexOf(rime.charAt(0)) >= 0;
        return switch (onset) {
            case "k", "gh", "ngh" -> front;
            case "c", "ng" -> !front;
            case "g" -> !front || rime.charAt(0) == 'i';
            default -> true;
        };
    }

    /** A rime that ends in a stop takes two tones only. */
    private static boolean carries(String rime, char tone) {
        boolean stop = rime.endsWith("c") || rime.endsWith("ch") || rime.endsWith("p") || rime.endsWith("t");
        return !stop || tone != 0 && ACUTE_OR_DOT.indexOf(tone) >= 0;
    }
}

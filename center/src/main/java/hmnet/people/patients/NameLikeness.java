package hmnet.people.patients;

import hmnet.formats.model.chart.Demographics;
import hmnet.people.folding.Characters;
import hmnet.people.folding.Kana;
import hmnet.people.folding.PersonName;
import hmnet.people.folding.PersonName.Script;
import hmnet.people.folding.Romaji;
import java.util.regex.Pattern;

/// How two names compare (氏名の一致), spellings folded.
public enum NameLikeness {
    SAME,
    /// The same in all that can be read: of the surname some characters were lost on the way, and no reading says
    /// which.
    HALF_READ,
    /// The same reading and partly other characters, or the same characters and another reading.
    READING,
    /// The same in what can be compared, and not enough to tell twins apart: characters of the given name were lost on
    /// the way, or kana alone are a length or a voicing apart.
    VAGUE,
    /// The given name alone is the same, as after a marriage.
    GIVEN,
    /// The surname alone is the same, as among twins.
    FAMILY,
    /// Known as a newborn without a name, and now a name with the same surname.
    BABY,
    /// Known by name, and told of as the newborn without one.
    NEWBORN,
    /// Both tell of a newborn without a name, of one surname.
    UNNAMED,
    MISSING,
    OTHER;

    private static final int LONGEST_SURNAME = 3;
    private static final int LONGEST_SURNAME_IN_KANA = 5;
    private static final int LONGEST_SURNAME_IN_LETTERS = 9;
    private static final Pattern SEX_OF_A_NEWBORN = Pattern.compile("([男女])(?:児|の子)?[0-9０-９]?$");

    static NameLikeness of(Demographics a, Demographics b) {
        var known = heard(a, b);
        var claimed = heard(b, a);
        if (known.baby() && claimed.baby()) {
            var one = of(known, claimed) == SAME || sameFamily(known, claimed);
            return one && ordinal(a).equals(ordinal(b)) && !otherSex(a, b) ? UNNAMED : OTHER;
        }
        return of(known, claimed);
    }

    /// Which of several newborns: 「ベビー２」 is not 「ベビー１」.
    private static String ordinal(Demographics of) {
        var text = Characters.folded(of.familyName() + of.givenName() + of.familyKana() + of.givenKana());
        return text.replace("BABY", "").replaceAll("[^0-9A-Z一二三四長次]", "");
    }

    /// 「男児」 is not 「女児」.
    private static boolean otherSex(Demographics a, Demographics b) {
        var one = sex(a);
        var other = sex(b);
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    private static String sex(Demographics of) {
        var found = SEX_OF_A_NEWBORN.matcher(of.familyName() + of.givenName());
        return found.find() ? found.group(1) : "";
    }

    /// Whether the first is the same name in Latin letters without a reading, as instruments write it, and the second
    /// is written in characters or kana. A patient master writes a foreign name in letters and says how it is read.
    static boolean inLetters(Demographics first, Demographics second) {
        var other = read(second).script();
        return read(first).script() == Script.LATIN
                && (first.familyKana() + first.givenKana()).isBlank()
                && (other == Script.KANJI || other == Script.KANA)
                && of(first, second) == SAME;
    }

    /// Whether a name has its given name, which can be read, and is no newborn's.
    static boolean whole(Demographics of) {
        var name = read(of);
        var written = given(name).isEmpty() ? whole(name) : given(name);
        var divided = !given(name).isEmpty();
        var read = !unread(written) || divided && !name.givenReading().isEmpty();
        return !name.baby() && read && (divided || written.length() > longestSurname(name));
    }

    private static NameLikeness of(PersonName a, PersonName b) {
        if (empty(a) || empty(b)) {
            return MISSING;
        }
        var written = characters(whole(a), whole(b), a, b);
        var said = readings(reading(a), reading(b));
        if (written == FieldLikeness.SAME) {
            return ofCharacters(said, a, b);
        }
        if (written == FieldLikeness.MISSING && said == FieldLikeness.SAME) {
            return a.baby() == b.baby() ? ofReadings(a, b) : parts(a, b);
        }
        if (crossed(a, b)) {
            return a.baby() || b.baby() ? UNNAMED : SAME;
        }
        if (written == FieldLikeness.OTHER && said == FieldLikeness.SAME && shared(a, b)) {
            return READING;
        }
        if (written == FieldLikeness.MISSING && said == FieldLikeness.NEAR) {
            return VAGUE;
        }
        return parts(a, b);
    }

    private static NameLikeness ofReadings(PersonName a, PersonName b) {
        return perhapsSurnames(reading(a), reading(b), LONGEST_SURNAME_IN_KANA, a, b) ? VAGUE : SAME;
    }

    private static NameLikeness ofCharacters(FieldLikeness said, PersonName a, PersonName b) {
        if (unreadGiven(a) || unreadGiven(b)) {
            return ofUnreadCharacters(said, a, b);
        }
        if (said == FieldLikeness.OTHER) {
            return READING;
        }
        if (perhapsSurnames(whole(a), whole(b), longestSurname(a), a, b)) {
            return VAGUE;
        }
        return said == FieldLikeness.MISSING && (unread(a.surname()) || unread(b.surname())) ? HALF_READ : SAME;
    }

    /// 「葵」 and 「茜」 both may have come as 「〓」: the readings say which, and without them only the rest is the same.
    private static NameLikeness ofUnreadCharacters(FieldLikeness said, PersonName a, PersonName b) {
        return switch (said) {
            case SAME -> SAME;
            case NEAR, MISSING -> VAGUE;
            case OTHER -> sameFamily(a, b) ? FAMILY : OTHER;
        };
    }

    /// Whether a character of the given name was lost on the way; of a name that is not divided, any.
    private static boolean unreadGiven(PersonName name) {
        return unread(name.given().isEmpty() ? name.surname() : name.given());
    }

    /// 「三浦」 and 「三浦」: neither is divided, and neither is longer than a surname is.
    private static boolean perhapsSurnames(String one, String other, int longest, PersonName a, PersonName b) {
        return given(a).isEmpty() && given(b).isEmpty() && Math.min(one.length(), other.length()) <= longest;
    }

    private static int longestSurname(PersonName name) {
        return switch (name.script()) {
            case KANJI -> LONGEST_SURNAME;
            case KANA, NONE -> LONGEST_SURNAME_IN_KANA;
            case LATIN -> LONGEST_SURNAME_IN_LETTERS;
        };
    }

    private static boolean unread(String part) {
        return part.indexOf(Characters.UNKNOWN) >= 0;
    }

    private static NameLikeness parts(PersonName a, PersonName b) {
        var family = sameFamily(a, b);
        if (a.baby() || b.baby()) {
            return !family ? OTHER : a.baby() ? BABY : NEWBORN;
        }
        var undivided = given(a).isEmpty() || given(b).isEmpty();
        if (undivided) {
            return family ? MISSING : OTHER;
        }
        if (sameGiven(a, b)) {
            return family ? SAME : GIVEN;
        }
        return family ? FAMILY : OTHER;
    }

    /// Of a given name that cannot be read the reading alone says that it is the same.
    private static boolean sameGiven(PersonName a, PersonName b) {
        return unread(a.given()) || unread(b.given())
                ? !a.givenReading().isEmpty() && a.givenReading().equals(b.givenReading())
                : part(a.given(), b.given(), a.givenReading(), b.givenReading(), a, b);
    }

    private static boolean sameFamily(PersonName a, PersonName b) {
        var left = a.surname();
        var right = b.surname();
        return part(left, right, a.surnameReading(), b.surnameReading(), a, b)
                || !left.isEmpty() && (left.equals(b.formerSurname()) || a.baby() && left.startsWith(right))
                || !right.isEmpty() && (right.equals(a.formerSurname()) || b.baby() && right.startsWith(left));
    }

    /// Whether two may be of one surname: it is the same, it begins alike where a name is not divided, or one is
    /// written in characters and the other in kana alone.
    static boolean maybeOneFamily(Demographics a, Demographics b) {
        var one = read(a);
        var other = read(b);
        if (sameFamily(one, other)) {
            return true;
        }
        var written = one.script() == other.script()
                && !one.surname().isEmpty()
                && !other.surname().isEmpty();
        var heard = !one.surnameReading().isEmpty() && !other.surnameReading().isEmpty();
        var divided = !given(one).isEmpty() && !given(other).isEmpty();
        return !written && !heard
                || !divided
                        && (written && first(one.surname()).equals(first(other.surname()))
                                || heard && first(one.surnameReading()).equals(first(other.surnameReading())));
    }

    private static String first(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1));
    }

    /// Characters where both are written alike, readings where they are not.
    private static boolean part(
            String left, String right, String leftReading, String rightReading, PersonName a, PersonName b) {
        var written = characters(left, right, a, b);
        return written == FieldLikeness.MISSING
                ? !leftReading.isEmpty() && leftReading.equals(rightReading)
                : written == FieldLikeness.SAME;
    }

    private static FieldLikeness characters(String left, String right, PersonName a, PersonName b) {
        if (left.isEmpty() || right.isEmpty() || a.script() != b.script() || a.script() == Script.KANA) {
            return FieldLikeness.MISSING;
        }
        if (left.length() != right.length()) {
            return FieldLikeness.OTHER;
        }
        var unknown = 0;
        for (var i = 0; i < left.length(); i++) {
            if (left.charAt(i) == Characters.UNKNOWN || right.charAt(i) == Characters.UNKNOWN) {
                unknown++;
            } else if (left.charAt(i) != right.charAt(i)) {
                return FieldLikeness.OTHER;
            }
        }
        return unknown * 2 > left.length() ? FieldLikeness.MISSING : FieldLikeness.SAME;
    }

    private static FieldLikeness readings(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return FieldLikeness.MISSING;
        }
        if (left.equals(right)) {
            return FieldLikeness.SAME;
        }
        return Kana.loose(left).equals(Kana.loose(right)) ? FieldLikeness.NEAR : FieldLikeness.OTHER;
    }

    /// Surname and given name each share a character: 花子 and 華子, not 陸 and 空.
    private static boolean shared(PersonName a, PersonName b) {
        return given(a).isEmpty() || given(b).isEmpty()
                ? shared(whole(a), whole(b))
                : shared(a.surname(), b.surname()) && shared(a.given(), b.given());
    }

    private static boolean shared(String left, String right) {
        return left.chars().anyMatch(c -> right.indexOf(c) >= 0);
    }

    private static boolean crossed(PersonName a, PersonName b) {
        return !a.surname().isEmpty()
                && !a.given().isEmpty()
                && a.surname().equals(b.given())
                && a.given().equals(b.surname());
    }

    private static boolean empty(PersonName name) {
        return whole(name).isEmpty() && reading(name).isEmpty();
    }

    private static String whole(PersonName name) {
        return name.surname() + name.given();
    }

    private static String given(PersonName name) {
        return name.given().isEmpty() ? name.givenReading() : name.given();
    }

    /// A name written in kana is its own reading. One beside a divided name that is no longer than a surname is that of
    /// the surname alone.
    private static String reading(PersonName name) {
        var surnameAlone = !name.given().isEmpty()
                && name.givenReading().isEmpty()
                && name.surnameReading().length() <= LONGEST_SURNAME_IN_KANA;
        var reading = surnameAlone ? "" : name.surnameReading() + name.givenReading();
        return reading.isEmpty() && name.script() == Script.KANA ? Kana.folded(whole(name)) : reading;
    }

    /// A name in Latin letters alone has the reading of the other where that is written so in Latin letters: KAKUU and
    /// カクウ, OHNO and オオノ.
    private static PersonName heard(Demographics of, Demographics other) {
        var name = read(of);
        if (name.script() != Script.LATIN || !(name.surnameReading() + name.givenReading()).isEmpty()) {
            return name;
        }
        var kana = kana(other);
        return name.heard(heard(name.surname(), kana[0]), heard(name.given(), kana[1]));
    }

    private static String heard(String letters, String kana) {
        var sound = Romaji.folded(letters);
        return !sound.isEmpty() && sound.equals(Romaji.ofKana(kana)) ? Kana.folded(kana) : "";
    }

    /// Surname and given name in kana, small ones as they are.
    private static String[] kana(Demographics of) {
        var reading = joined(of.familyKana(), of.givenKana());
        var sounds = reading.isEmpty() && read(of).script() == Script.KANA
                ? joined(of.familyName(), of.givenName())
                : reading;
        var cut = sounds.strip().split("[\\s\u3000]+", 2);
        return cut.length == 2 ? cut : new String[] {cut[0], ""};
    }

    private static PersonName read(Demographics of) {
        return PersonName.read(joined(of.familyName(), of.givenName()), joined(of.familyKana(), of.givenKana()));
    }

    private static String joined(String family, String given) {
        return family.isBlank() || given.isBlank()
                ? (family + given).strip()
                : family.replaceAll("\\s|\u3000", "") + "\u3000" + given.replaceAll("\\s|\u3000", "");
    }
}

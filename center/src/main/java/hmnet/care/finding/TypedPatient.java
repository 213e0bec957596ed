package hmnet.care.finding;

import hmnet.consent.cards.BirthDates;
import hmnet.people.folding.Characters;
import hmnet.people.folding.SearchedReading;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody typed to find a patient (検索語): a chart number, a birth date in any era, a reading, a written name, or
/// several of them with spaces between.
///
/// @param number a chart number, or empty
/// @param reading a reading as it is searched, without spaces, or empty
/// @param written a name in characters, without spaces, or empty
record TypedPatient(String number, Optional<LocalDate> born, String reading, String written) {
    private static final Pattern SPACES = Pattern.compile("[\\s\u3000]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]*[0-9][0-9A-Za-z-]*");
    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}ー・]+");

    static TypedPatient of(String typed) {
        var whole = BirthDates.parse(typed);
        if (whole.isPresent()) {
            return new TypedPatient("", whole, "", "");
        }
        var number = "";
        Optional<LocalDate> born = Optional.empty();
        List<String> reading = new ArrayList<>();
        List<String> written = new ArrayList<>();
        for (var word :
                SPACES.split(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip(), -1)) {
            var day = BirthDates.parse(word);
            if (day.isPresent()) {
                born = day;
            } else if (NUMBER.matcher(word).matches()) {
                number = word;
            } else if (KANA.matcher(word).matches()) {
                reading.add(word);
            } else {
                written.add(word);
            }
        }
        return new TypedPatient(
                number, born, SearchedReading.folded(String.join("", reading)), String.join("", written));
    }

    boolean asksNothing() {
        return number.isEmpty() && born.isEmpty() && reading.isEmpty() && written.isEmpty();
    }

    /// Whether somebody is meant by all that was typed. A reading may begin with the given name; of a written name any
    /// part
    /// will do, in any variant of its characters (異体字).
    boolean means(String family, String given, String familyKana, String givenKana, Optional<LocalDate> birth) {
        return (born.isEmpty() || born.equals(birth)) && reads(familyKana, givenKana) && writes(family + given);
    }

    private boolean reads(String familyKana, String givenKana) {
        return reading.isEmpty()
                || SearchedReading.folded(familyKana + givenKana).startsWith(reading)
                || SearchedReading.folded(givenKana).startsWith(reading);
    }

    private boolean writes(String name) {
        return written.isEmpty() || Characters.folded(name).contains(Characters.folded(written));
    }
}

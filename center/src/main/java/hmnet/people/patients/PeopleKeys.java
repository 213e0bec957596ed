package hmnet.people.patients;

import hmnet.formats.model.chart.Demographics;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.KeyedHash;
import hmnet.ground.keys.Keys;
import hmnet.people.folding.SearchedReading;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What patients and persons are found by in tables that hold no readable word of them (検索用の鍵付き番号): birth date, name
/// and the beginning of a reading as keyed numbers.
@Component
public class PeopleKeys {
    /// A longer beginning of a reading is compared after opening.
    private static final int BEGINNING_MAX = 4;

    private static final Pattern SPACES = Pattern.compile("\\s", Pattern.UNICODE_CHARACTER_CLASS);

    private final KeyedHash births;
    private final KeyedHash names;
    private final KeyedHash readings;

    public PeopleKeys(Keys keys) {
        this.births = new KeyedHash(keys, "birth date of people");
        this.names = new KeyedHash(keys, "name of people");
        this.readings = new KeyedHash(keys, "beginning of a reading");
    }

    public @Nullable Long born(@Nullable LocalDate day) {
        return day == null ? null : bornOn(day);
    }

    public long bornOn(LocalDate day) {
        return births.of(day.toString());
    }

    public Long[] born(Collection<LocalDate> days) {
        return days.stream().map(this::bornOn).toArray(Long[]::new);
    }

    /// The whole name however its characters are spaced and how wide they are; null where none is known.
    public @Nullable Long name(Demographics said) {
        var name = said.familyName() + said.givenName();
        return name.isEmpty() ? null : written(name);
    }

    /// The same of a name as somebody typed it.
    public long written(String name) {
        return names.of(
                SPACES.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll(""));
    }

    /// The beginnings of a reading, each of its facility alone: one facility's numbers say nothing of another's.
    public Long[] beginnings(long facility, Demographics said) {
        var reading = SearchedReading.folded(said.familyKana() + said.givenKana());
        return IntStream.rangeClosed(1, Math.min(BEGINNING_MAX, reading.codePointCount(0, reading.length())))
                .mapToObj(length -> beginning(facility, reading, length))
                .toArray(Long[]::new);
    }

    /// The key of those whose folded reading begins so; none is needed for an empty beginning.
    public Long[] beginning(FacilityId facility, String folded) {
        var length = Math.min(BEGINNING_MAX, folded.codePointCount(0, folded.length()));
        return length == 0 ? new Long[0] : new Long[] {beginning(facility.value(), folded, length)};
    }

    private long beginning(long facility, String reading, int length) {
        return readings.of(facility + " " + reading.substring(0, reading.offsetByCodePoints(0, length)));
    }
}

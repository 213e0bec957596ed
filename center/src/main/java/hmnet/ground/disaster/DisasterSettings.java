package hmnet.ground.disaster;

import hmnet.ground.directory.Profession;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who takes part in the disaster mode (災害時モードの設定): `HMNET_DISASTER_…`.
///
/// @param professions words of the professions that open emergency views while it holds
/// @param municipalities codes of the municipalities whose desks may agree to it and end it, beside the office
@ConfigurationProperties("hmnet.disaster")
public record DisasterSettings(
        @DefaultValue("doctor,dentist,pharmacist,nurse,visiting-nurse,paramedic")
        String professions,

        @DefaultValue List<String> municipalities) {
    /// A word that is no profession, or one that opens no chart at all, stops the start.
    public DisasterSettings {
        municipalities = List.copyOf(municipalities);
        for (var profession : professionsOf(professions)) {
            if (!profession.treatsInDisaster()) {
                throw new IllegalArgumentException(profession.word() + " opens no chart, in no disaster either");
            }
        }
    }

    Set<Profession> open() {
        return professionsOf(professions);
    }

    private static Set<Profession> professionsOf(String words) {
        return Arrays.stream(words.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(Profession::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}

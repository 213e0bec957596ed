package hmnet.shape;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each module declares its settings in one place (設定), and `configuration.md` says what they say.
class SettingsTest {
    private static final Pattern ROW = Pattern.compile("^\\| `HMNET_.*");
    private static final Pattern VALUE = Pattern.compile("@Value\\(|\\$\\{hmnet\\.");

    /// Read before there is a centre: by `application.properties`, by `start`.
    private static final Pattern FIRST = Pattern.compile("^\\| `HMNET_(PORT|ADDRESS|PARTICIPANTS)` .*");

    @Test
    void everySettingSaysWhatItMeans() {
        TidyTest.none(Setting.all()
                .filter(setting -> setting.meaning().isEmpty())
                .map(setting -> "%s: say what %s means, in a @param of its record"
                        .formatted(House.ROOT.relativize(setting.by().path()), setting.variable())));
    }

    @Test
    void theReferenceListsEverySetting() {
        var written = rows().collect(Collectors.toSet());
        TidyTest.none(Setting.all()
                .map(Setting::row)
                .filter(Predicate.not(written::contains))
                .map(row -> "Add to docs/reference/configuration.md: " + row));
    }

    @Test
    void theReferenceListsNoSettingThatIsGone() {
        Set<String> declared = Setting.all().map(Setting::row).collect(Collectors.toSet());
        TidyTest.none(rows().filter(
                        row -> !declared.contains(row) && !FIRST.matcher(row).matches())
                .map(row -> "Remove from docs/reference/configuration.md, or put right: " + row));
    }

    @Test
    void settingsComeInARecordOfTheModule() {
        TidyTest.none(House.files("java")
                .filter(SourceFile::shipped)
                .flatMap(file -> file.finds(VALUE, "take it from the module's @ConfigurationProperties record")));
    }

    private static Stream<String> rows() {
        return House.text(House.ROOT.resolve("docs/reference/configuration.md"))
                .lines()
                .filter(ROW.asMatchPredicate());
    }
}

package hmnet.care.emergencycode;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a code says, as the person reads it before it is made and a crew after it was read (救急QRの文面).
///
/// @param person null where the person did not put name and birth date into it
/// @param sections in the order in which a crew needs them
public record CodeWords(@Nullable CodePerson person, List<CodeSection> sections) {
    public CodeWords {
        sections = List.copyOf(sections);
    }

    /// Whose it is (本人).
    ///
    /// @param sex `male`, `female`, `other` or `unknown`
    public record CodePerson(String name, String kana, LocalDate birth, String sex) {}

    /// One part (項目). Where nothing was received its one line says so.
    ///
    /// @param more how many lines did not fit; the code says so
    public record CodeSection(CodePart part, List<String> lines, int more) {
        public CodeSection {
            lines = List.copyOf(lines);
        }

        /// The same with its last line left out.
        CodeSection shorter() {
            return new CodeSection(part, lines.subList(0, lines.size() - 1), more + 1);
        }
    }

    /// The same with one section in place of another.
    CodeWords with(int place, CodeSection section) {
        var changed = Stream.concat(
                Stream.concat(sections.subList(0, place).stream(), Stream.of(section)),
                sections.subList(place + 1, sections.size()).stream());
        return new CodeWords(person, changed.toList());
    }

    /// The parts that the person did not choose: that nothing stands here of them says nothing.
    public List<CodePart> unchosen() {
        var chosen = sections.stream().map(CodeSection::part).toList();
        return CodePart.choices()
                .filter(part -> part != CodePart.NAME && !chosen.contains(part))
                .toList();
    }

    /// How many lines did not fit, in all sections.
    public int more() {
        return sections.stream().mapToInt(CodeSection::more).sum();
    }
}

package hmnet.record.inbox;

import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Sheet;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/// The one person that a file without a chart number is about (番号のないファイルの本人): of two persons, nobody could say
/// which part belongs to whom.
public final class SolePerson {
    private SolePerson() {}

    public static Optional<Demographics> of(List<Sheet> sheets) {
        var nobody = sheets.stream().allMatch(sheet -> sheet.patient().isBlank());
        var people = sheets.stream()
                .map(Sheet::person)
                .map(person -> folded(person.familyName() + person.givenName()) + person.birthDate())
                .distinct()
                .count();
        return nobody && people == 1 ? Optional.of(sheets.getFirst().person()) : Optional.empty();
    }

    /// The sheet under the chart number that the desk gave.
    public static Sheet under(String number, Sheet sheet) {
        return new Sheet(
                number,
                sheet.person(),
                sheet.insured(),
                sheet.source(),
                sheet.version(),
                sheet.at(),
                sheet.deletes(),
                sheet.master(),
                sheet.entries());
    }

    /// A name however it is spaced and however wide.
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}

package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.fhir.Names;
import hmnet.formats.model.extract.AllergyExtract;
import java.util.List;
import java.util.Set;

/// The allergies of a message (アレルギーの組): IAM or AL1, which agree in their first five fields.
public final class AllergyLines {
    /// What senders write where they mean "asked, none".
    private static final Set<String> DENIALS =
            Set.of("なし", "無し", "無", "ナシ", "特になし", "特記事項なし", "アレルギーなし", "アレルギー無し", "既往なし", "薬剤アレルギーなし", "食物アレルギーなし");

    private AllergyLines() {}

    /// Those that name an allergen and are not withdrawn.
    public static List<Segment> of(Message message, String segment) {
        return message.all(segment).stream()
                .filter(allergen -> !Names.of(allergen, 3).isBlank() && !withdrawn(allergen))
                .toList();
    }

    private static boolean withdrawn(Segment allergen) {
        return allergen.is("IAM")
                && (allergen.text(6).equals("D") || allergen.text(17).equals("E"));
    }

    public static AllergyExtract.AllergyItem item(Segment allergen) {
        var name = Names.of(allergen, 3);
        var since = Hl7Time.fhir(allergen.text(allergen.is("IAM") ? 11 : 6));
        return new AllergyExtract.AllergyItem(
                allergen.text(2),
                name,
                allergen.text(3),
                allergen.text(4),
                allergen.joined(5, " "),
                since.isEmpty() && allergen.is("IAM") ? allergen.text(12) : since,
                DENIALS.contains(name.strip()) ? "denied" : "present");
    }
}

package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.AllergyExtract.AllergyItem;
import hmnet.formats.model.extract.AllergyExtract.AllergyStatus;
import hmnet.formats.model.extract.AllergyExtract.AllergyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The allergies of a message (アレルギーの組): IAM or AL1, which agree in their first five fields.
public final class AllergyLines {
    /// What senders write where they mean "asked, none".
    private static final Set<String> DENIALS = Set.of(
            "該当なし",
            "なし",
            "無し",
            "無",
            "ナシ",
            "特になし",
            "特記事項なし",
            "アレルギーなし",
            "アレルギー無し",
            "既往なし",
            "薬剤アレルギーなし",
            "食物アレルギーなし",
            "アレルギー歴なし",
            "副作用歴なし",
            "(-)",
            "（－）",
            "NKA",
            "NKDA",
            "None");

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

    public static AllergyItem item(Segment allergen) {
        boolean iam = allergen.is("IAM");
        var name = Names.of(allergen, 3);
        var since = Hl7Time.fhir(allergen.text(iam ? 11 : 6));
        var notes = new ArrayList<String>();
        if (iam) {
            notes.add(allergen.text(9).equals("CT") ? "禁忌" : "");
            notes.add(allergen.joined(8, " "));
            said(notes, "感作物質の群", Names.of(allergen, 10));
            said(notes, "報告者", SentFields.joined(allergen.joined(14, " "), Names.of(allergen, 15)));
            said(notes, "注意喚起", Names.of(allergen, 16));
            said(notes, "発症", since.isEmpty() ? "" : allergen.joined(12, " "));
            said(notes, "状態の記録", allergen.has(20) ? DisplayTime.shown(allergen.text(20)) : "");
            notes.removeIf(String::isBlank);
        }
        return new AllergyItem(
                allergen.text(2),
                name,
                allergen.text(3),
                allergen.has(3) ? CodingSystems.uri(allergen.text(3, 3)) : "",
                allergen.text(4),
                allergen.joined(5, " "),
                since.isEmpty() && iam ? allergen.text(12) : since,
                DENIALS.contains(name.strip())
                        ? AllergyStatus.DENIED
                        : iam ? status(allergen.text(17)) : AllergyStatus.PRESENT,
                iam ? type(allergen.text(9)) : AllergyType.UNSAID,
                iam ? Hl7Time.fhir(allergen.text(13)) : "",
                List.copyOf(notes));
    }

    private static void said(List<String> notes, String what, String said) {
        notes.add(said.isBlank() ? "" : what + " " + said);
    }

    /// HL7 table 0438.
    private static AllergyStatus status(String hl7) {
        return switch (hl7) {
            case "I" -> AllergyStatus.INACTIVE;
            case "U", "P", "S", "D" -> AllergyStatus.UNCONFIRMED;
            // From outside: confirmed, or not said.
            default -> AllergyStatus.PRESENT;
        };
    }

    /// HL7 table 0436.
    private static AllergyType type(String hl7) {
        return switch (hl7) {
            case "AL" -> AllergyType.ALLERGY;
            case "AD", "SE" -> AllergyType.ADVERSE_REACTION;
            case "IN" -> AllergyType.INTOLERANCE;
            // From outside: contraindication stands in a note.
            default -> AllergyType.UNSAID;
        };
    }
}

package hmnet.formats.mml;

import hmnet.formats.base.japanese.FullName;
import hmnet.formats.base.tree.Node;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.InsuredNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names, addresses and insurance as MML writes them (人・住所・保険): each once in kanji, once in kana.
final class MmlPersons {
    static final Demographics UNKNOWN = new Demographics("", "", "", "", null, "unknown", "", "", "", null);

    private MmlPersons() {}

    /// A name in its parts (氏名).
    record NameSpelling(String family, String given) {
        String joined() {
            return FullName.joined(family, given, "　");
        }
    }

    /// @param module mmlPi:PatientModule
    static Demographics patient(Node module) {
        var name = name(module.at("personName"), "I");
        var kana = name(module.at("personName"), "P");
        var address = module.at("addresses").children().stream().findFirst().orElse(Node.NONE);
        return new Demographics(
                name.family,
                name.given,
                kana.family,
                kana.given,
                MmlTime.day(module.said("birthday")),
                switch (module.said("sex")) {
                    case "male" -> "male";
                    case "female" -> "female";
                    case "other" -> "other";
                    default -> "unknown";
                },
                address.said("zip"),
                address(address),
                phone(module.at("phones").children().stream().findFirst().orElse(Node.NONE)),
                MmlTime.day(module.at("death").attribute("date")));
    }

    /// @param code I kanji, P kana, A Latin letters
    static NameSpelling name(Node names, String code) {
        for (var name : names.within("Name")) {
            if (name.attribute("repCode").equals(code)) {
                return spelled(name);
            }
        }
        return new NameSpelling("", "");
    }

    private static NameSpelling spelled(Node name) {
        if (!name.said("family").isEmpty()) {
            return new NameSpelling(name.said("family"), name.said("given"));
        }
        var whole = FullName.of(name.said("fullname"));
        return new NameSpelling(whole.family(), whole.given());
    }

    private static String address(Node address) {
        var full = address.said("full");
        return full.isEmpty()
                ? String.join(
                        "",
                        List.of(
                                address.said("prefecture"),
                                address.said("city"),
                                address.said("town"),
                                address.said("homeNumber")))
                : full;
    }

    private static String phone(Node phone) {
        return String.join(
                "-",
                List.of(phone.said("area"), phone.said("city"), phone.said("number")).stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    static @Nullable InsuredNumber insured(Node module) {
        var client = module.at("clientId");
        var insured =
                new InsuredNumber(module.said("insuranceNumber"), client.said("group"), client.said("number"), "");
        return insured.isHealth() ? insured : null;
    }
}

package hmnet.formats.kenshin;

import hmnet.formats.base.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a claim for a check-up or a guidance (決済情報XMLの読み取り).
final class ClaimXml {
    private ClaimXml() {}

    static CheckupClaim claim(XmlElement root) {
        boolean guidance = root.name().equals("healthGuidanceClaim");
        var card = guidance ? "healthGuidanceCard" : "checkupCard";
        return new CheckupClaim(
                root.at("encounter/serviceEventType", "code"),
                examinee(root),
                root.at("subjectPerson/performerOrganization/id", "extension"),
                root.at(card + "/id", "extension"),
                root.at(card + "/effectiveTime/high", "value"),
                root.at("settlement/claimType", "code"),
                root.at("settlement/commissionType", "code"),
                charges(root),
                prices(root),
                root.at("settlement/unitAmount", "value"),
                root.at("settlement/paymentAmount", "value"),
                root.at("settlement/paymentByOtherProgram", "value"),
                root.at("settlement/claimAmount", "value"));
    }

    private static Examinee examinee(XmlElement root) {
        var person = root.at("subjectPerson");
        if (person == null) {
            return new Examinee("", "", "", "", "", "", "", "", "", "");
        }
        return new Examinee(
                "",
                person.at("insuranceCard/insurerNumber", "extension"),
                person.at("insuranceCard/symbol", "extension"),
                person.at("insuranceCard/number", "extension"),
                person.at("insuranceCard/branchCode", "extension"),
                person.textAt("name"),
                person.at("birthTime", "value"),
                person.at("administrativeGender", "code"),
                person.textAt("addr/postalCode"),
                address(person.at("addr")));
    }

    private static String address(@Nullable XmlElement address) {
        var text = new StringBuilder();
        if (address != null) {
            address.content().stream()
                    .filter(String.class::isInstance)
                    .forEach(part -> text.append(((String) part).strip()));
        }
        return text.toString();
    }

    private static List<CheckupClaim.Charge> charges(XmlElement root) {
        var charges = new ArrayList<CheckupClaim.Charge>();
        for (var part : CheckupClaim.CheckupPart.values()) {
            var type = root.at("checkupCard/chargeType" + part.element());
            if (type == null) {
                continue;
            }
            var sides = part == CheckupClaim.CheckupPart.DOCK ? type.elements().toList() : List.of(type);
            for (var side : sides) {
                charges.add(new CheckupClaim.Charge(
                        part,
                        side.attribute("code"),
                        side.at("amount", "value"),
                        side.at("rate", "value"),
                        root.at("settlement/paymentFor" + part.element() + "/amount", "value")));
            }
        }
        return List.copyOf(charges);
    }

    private static List<CheckupClaim.Price> prices(XmlElement root) {
        var prices = new ArrayList<CheckupClaim.Price>();
        var settlement = root.at("settlement");
        if (settlement != null) {
            for (var part : CheckupClaim.CheckupPart.values()) {
                for (var price : settlement.all("unitPrice" + part.element())) {
                    prices.add(
                            new CheckupClaim.Price(part, price.at("amount", "value"), price.at("observation", "code")));
                }
            }
        }
        return List.copyOf(prices);
    }
}

package hmnet.formats.kenshin;

import hmnet.formats.base.xml.XmlElement;
import hmnet.formats.base.xml.XmlText;
import java.util.List;

/// Writes the claim for a check-up, index and summary (決済・索引・集計XMLの書き出し), in the namespace of
/// either period.
final class ClaimWriter {
    private final String namespace;

    /// @param namespace `KenshinFile.OLD` or `KenshinFile.NEW`
    public ClaimWriter(String namespace) {
        this.namespace = namespace;
    }

    private XmlElement root(String name, String schema) {
        return XmlElement.of(name)
                .with("xmlns", namespace)
                .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .with("xsi:schemaLocation", namespace + " " + schema);
    }

    /// @throws IllegalArgumentException when something is missing that the standard demands
    public byte[] claim(CheckupClaim claim) {
        KenshinDemands.demand(claim.institution().matches("[0-9]{10}"), "the institution's number");
        KenshinDemands.demand(claim.examinee().postalCode().matches("[0-9]{3}-[0-9]{4}"), "the postal code");
        var root = root("checkupClaim", "../XSD/cc08_V08.xsd");
        root.open("encounter").open("serviceEventType").with("code", claim.serviceEvent());
        person(root.open("subjectPerson"), claim);
        ClaimElements.card(root.open("checkupCard"), claim);
        ClaimElements.settlement(root.open("settlement"), claim);
        return XmlText.of(root);
    }

    private void person(XmlElement person, CheckupClaim claim) {
        var who = claim.examinee();
        ClaimElements.id(person.open("performerOrganization").open("id"), Oids.INSTITUTION, claim.institution());
        var insurance = person.open("insuranceCard");
        ClaimElements.id(insurance.open("insurerNumber"), Oids.INSURER, who.insurer());
        if (!who.symbol().isEmpty()) {
            ClaimElements.id(insurance.open("symbol"), Oids.SYMBOL, who.symbol());
        }
        ClaimElements.id(insurance.open("number"), Oids.NUMBER, who.number());
        if (who.branch().matches("[0-9]{2}") && namespace.equals(KenshinFile.NEW)) {
            ClaimElements.id(insurance.open("branchCode"), Oids.BRANCH, who.branch());
        }
        person.open("name").add(who.kana());
        var address = person.open("addr");
        address.open("postalCode").add(who.postalCode());
        address.add(who.address());
        person.open("birthTime").with("value", who.birthDate());
        person.open("administrativeGender").with("code", who.sex());
    }

    /// @param records how many files of results
    public byte[] index(Totals totals, int records) {
        var root = root("index", "./XSD/ix08_V08.xsd");
        root.open("interactionType").with("code", totals.interaction());
        root.open("creationTime").with("value", totals.created());
        ClaimElements.id(root.open("sender").open("id"), totals.senderRoot(), totals.sender());
        if (!totals.receiver().isEmpty()) {
            ClaimElements.id(root.open("receiver").open("id"), totals.receiverRoot(), totals.receiver());
        }
        root.open("serviceEventType").with("code", totals.serviceEvent());
        root.open("totalRecordCount").with("value", String.valueOf(records));
        return XmlText.of(root);
    }

    public byte[] summary(Totals totals, List<CheckupClaim> claims) {
        var root = root("summary", "./XSD/su08_V08.xsd");
        root.open("serviceEventType").with("code", totals.serviceEvent());
        root.open("totalSubjectCount").with("value", String.valueOf(claims.size()));
        ClaimElements.yen(
                root.open("totalCostAmount"),
                sum(claims.stream().map(CheckupClaim::total).toList()));
        ClaimElements.yen(
                root.open("totalPaymentAmount"),
                sum(claims.stream().map(CheckupClaim::paid).toList()));
        ClaimElements.yen(
                root.open("totalPaymentByOtherProgram"),
                sum(claims.stream().map(CheckupClaim::byOthers).toList()));
        ClaimElements.yen(
                root.open("totalClaimAmount"),
                sum(claims.stream().map(CheckupClaim::claimed).toList()));
        return XmlText.of(root);
    }

    private static String sum(List<String> amounts) {
        return String.valueOf(amounts.stream().mapToLong(KenshinArchive::yen).sum());
    }
}

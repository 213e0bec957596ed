package hmnet.formats.kenshin;

import hmnet.formats.base.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/// Institutions and tickets in the header of a check-up (健診XMLの機関と受診券).
final class KenshinParties {
    private KenshinParties() {}

    static String withoutPostalCode(XmlElement address) {
        var text = new StringBuilder();
        for (var part : address.content()) {
            if (part instanceof XmlElement element) {
                text.append(element.name().equals("postalCode") ? "" : element.text());
            } else {
                text.append(((String) part).strip());
            }
        }
        return text.toString();
    }

    static String id(XmlElement of, String oid) {
        return of.all("id").stream()
                .filter(id -> id.attribute("root").equals(oid))
                .map(id -> id.attribute("extension").strip())
                .findFirst()
                .orElse("");
    }

    static Institution institution(@Nullable XmlElement organization) {
        if (organization == null) {
            return Institution.NONE;
        }
        var address = organization.at("addr");
        return new Institution(
                id(organization, Oids.INSTITUTION),
                organization.textAt("name"),
                organization.at("telecom", "value").replaceFirst("^tel:", ""),
                organization.textAt("addr/postalCode"),
                address == null ? "" : withoutPostalCode(address));
    }

    static @Nullable Ticket ticket(XmlElement root) {
        for (var participant : root.all("participant")) {
            var holder = participant.at("associatedEntity");
            if (participant.attribute("typeCode").equals("HLD") && holder != null) {
                var scoping = holder.at("scopingOrganization");
                var number = holder.all("id").stream()
                        .filter(id -> id.attribute("root").startsWith(Oids.TICKET)
                                || id.attribute("root").startsWith(Oids.GUIDANCE_TICKET))
                        .map(id -> id.attribute("extension").strip())
                        .findFirst()
                        .orElse("");
                return new Ticket(
                        participant.at("functionCode", "code"),
                        number,
                        scoping == null ? "" : id(scoping, Oids.INSURER),
                        participant.at("time/high", "value"));
            }
        }
        return null;
    }
}

package hmnet.formats.kenshin;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/// Reads the CDA of a check-up or a guidance (健診結果XMLの読み取り), of either namespace and period.
final class KenshinXml {
    private final XmlElement root;
    private final List<Note> notes;

    KenshinXml(XmlElement root, List<Note> notes) {
        this.root = root;
        this.notes = notes;
    }

    /// Whether a CDA document is one of check-ups: it names itself, its insurer or its institution by their
    /// numbers.
    static boolean isCheckup(XmlElement root) {
        if (!root.name().equals("ClinicalDocument")) {
            return false;
        }
        if (root.at("code", "codeSystem").equals(Oids.REPORT)) {
            return true;
        }
        var role = root.at("recordTarget/patientRole");
        return role != null
                && role.all("id").stream().anyMatch(id -> id.attribute("root").equals(Oids.INSURER));
    }

    Checkup checkup() throws Unreadable {
        if (root.all("recordTarget").size() != 1) {
            throw new Unreadable(
                    "patient",
                    root.line(),
                    "recordTarget",
                    "one person is needed, not " + root.all("recordTarget").size());
        }
        var report = root.at("code", "code");
        var done = done();
        var sections = new ArrayList<Checkup.CheckupSection>();
        var body = root.at("component/structuredBody");
        if (body != null) {
            for (var component : body.all("component")) {
                for (var section : component.all("section")) {
                    sections.add(section(section));
                }
            }
        }
        if (sections.isEmpty() && !report.equals("19")) {
            throw new Unreadable("section-missing", root.line(), "component", "no results");
        }
        var author = root.at("author/assignedAuthor/representedOrganization");
        var performer = root.at("documentationOf/serviceEvent/performer/assignedEntity/representedOrganization");
        return new Checkup(
                report,
                root.at("documentationOf/serviceEvent/code", "code"),
                root.at("effectiveTime", "value"),
                done,
                examinee(),
                KenshinParties.institution(author),
                KenshinParties.institution(performer == null ? author : performer),
                KenshinParties.ticket(root),
                List.copyOf(sections));
    }

    private String done() throws Unreadable {
        var event = root.at("documentationOf/serviceEvent/effectiveTime");
        var sent = "";
        if (event != null) {
            sent = event.attribute("value").isBlank()
                    ? event.at("low", "value")
                    : event.attribute("value").strip();
        }
        if (Hl7Time.date(sent) != null) {
            return sent;
        }
        var written = root.at("effectiveTime", "value");
        boolean deletes = root.at("code", "code").equals("19");
        if (Hl7Time.date(written) == null || !deletes && !sent.isEmpty()) {
            throw new Unreadable(
                    "date", event == null ? root.line() : event.line(), "serviceEvent/effectiveTime", sent);
        }
        if (!deletes) {
            notes.add(Note.repair("date-missing", root.line(), "serviceEvent/effectiveTime", "taken as " + written));
        }
        return written;
    }

    private Examinee examinee() throws Unreadable {
        var role = root.at("recordTarget/patientRole");
        if (role == null) {
            throw new Unreadable("patient", root.line(), "recordTarget/patientRole", "nobody is named");
        }
        var address = role.at("addr");
        var examinee = new Examinee(
                "",
                KenshinParties.id(role, Oids.INSURER),
                KenshinParties.id(role, Oids.SYMBOL),
                KenshinParties.id(role, Oids.NUMBER),
                KenshinParties.id(role, Oids.BRANCH),
                role.textAt("patient/name"),
                role.at("patient/birthTime", "value"),
                role.at("patient/administrativeGenderCode", "code"),
                role.textAt("addr/postalCode"),
                address == null ? "" : KenshinParties.withoutPostalCode(address));
        check(examinee, role);
        return examinee;
    }

    private void check(Examinee examinee, XmlElement role) throws Unreadable {
        if (examinee.kana().isBlank() && examinee.number().isBlank()) {
            throw new Unreadable("patient", role.line(), "patient/name", "neither a name nor a number");
        }
        if (examinee.born() == null) {
            notes.add(Note.info("birth-date", role.line(), "patient/birthTime", examinee.birthDate()));
        }
        if (!examinee.sex().matches("[12]")) {
            notes.add(Note.info("sex", role.line(), "patient/administrativeGenderCode", examinee.sex()));
        }
        if (examinee.insurer().isBlank()) {
            notes.add(Note.info("insurer-missing", role.line(), "patientRole/id", ""));
        }
    }

    private Checkup.CheckupSection section(XmlElement section) {
        var items = new ArrayList<CheckupItem>();
        for (var entry : section.all("entry")) {
            KenshinItems.read(entry, "", items, notes);
        }
        return new Checkup.CheckupSection(
                section.at("code", "code"), section.textAt("title"), section.textAt("text"), List.copyOf(items));
    }
}

package hmnet.formats.kenshin;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One XML file of check-ups, by its root (健診XMLの読み取り): results, claims, index or summary.
final class KenshinReading {
    private static final Set<String> ROOTS = Set.of("index", "summary", "checkupClaim", "healthGuidanceClaim");

    private KenshinReading() {}

    static KenshinFile of(XmlElement root, List<Note> found) throws Unreadable {
        var notes = new ArrayList<>(found);
        if (KenshinXml.isCheckup(root)) {
            var checkup = new KenshinXml(root, notes).checkup();
            boolean guidance =
                    checkup.report().matches("2[1-5]") || checkup.program().equals("100");
            return new KenshinFile(
                    version(root), guidance ? "指導結果" : "健診結果", root, List.of(checkup), List.of(), null, notes);
        }
        if (!ROOTS.contains(root.name())) {
            throw new Unreadable("not-kenshin", root.line(), root.name(), "no document of check-ups");
        }
        if (!root.namespace().equals(KenshinFile.OLD) && !root.namespace().equals(KenshinFile.NEW)) {
            notes.add(Note.info("namespace", root.line(), root.name(), root.namespace()));
        }
        return switch (root.name()) {
            case "index" -> new KenshinFile(version(root), "索引", root, List.of(), List.of(), totals(root), notes);
            case "summary" -> new KenshinFile(version(root), "集計", root, List.of(), List.of(), null, notes);
            default -> claims(root, notes);
        };
    }

    private static KenshinFile claims(XmlElement root, List<Note> notes) throws Unreadable {
        var claim = ClaimXml.claim(root);
        if (claim.institution().isEmpty()
                || claim.examinee().number().isEmpty()
                || claim.claimed().isEmpty()) {
            throw new Unreadable(
                    "claim-incomplete", root.line(), root.name(), "institution, insured number and amount are needed");
        }
        var kind = root.name().equals("checkupClaim") ? "健診決済" : "指導決済";
        return new KenshinFile(version(root), kind, root, List.of(), List.of(claim), null, notes);
    }

    private static Totals totals(XmlElement root) {
        return new Totals(
                root.at("interactionType", "code"),
                root.at("creationTime", "value"),
                root.at("sender/id", "root"),
                root.at("sender/id", "extension"),
                root.at("receiver/id", "root"),
                root.at("receiver/id", "extension"),
                root.at("serviceEventType", "code"));
    }

    /// The period by namespace; of the results, which share one, by the place their schema was looked for.
    private static String version(XmlElement root) {
        return switch (root.namespace()) {
            case KenshinFile.OLD -> "2007";
            case KenshinFile.NEW -> "2024";
            default -> "V08";
        };
    }
}

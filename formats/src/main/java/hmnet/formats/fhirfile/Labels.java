package hmnet.formats.fhirfile;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import java.util.EnumSet;
import java.util.Set;

/// Labels of a resource (機微ラベル): what its sender marked (tags of JP-CLINS, security of FHIR), and what
/// its codes and names give away.
final class Labels {
    private Labels() {}

    static Set<Label> sent(Resource resource) {
        var labels = EnumSet.noneOf(Label.class);
        for (var tag : resource.all("meta.tag")) {
            mark(tag.text("code"), labels);
        }
        for (var security : resource.all("meta.security")) {
            mark(security.text("code"), labels);
        }
        mark(resource.text("confidentiality"), labels);
        return labels;
    }

    private static void mark(String code, Set<Label> labels) {
        switch (code) {
            case "UNINFORMED" -> labels.add(Label.UNINFORMED);
            case "UNDELIVERED" -> labels.add(Label.UNDELIVERED);
            case "R", "V" -> labels.add(Label.RESTRICTED);
            case "PSY", "PSYTHPN", "MH" -> labels.add(Label.PSYCHIATRY);
            case "HIV" -> labels.add(Label.HIV);
            case "GDIS" -> labels.add(Label.GENETIC);
            case "VIO", "SDV", "DV" -> labels.add(Label.ABUSE);
            default -> {}
        }
    }

    /// Those found from what it is about.
    static Set<Label> found(Resource resource, Concept about) {
        var labels = EnumSet.noneOf(Label.class);
        for (var code : about.codes()) {
            labels.addAll(LabelRules.ofTest(code.code(), code.display()));
            if (code.system().contains("icd-10") || code.system().contains("ICD10")) {
                labels.addAll(LabelRules.ofDiagnosis(code.code()));
            }
            labels.addAll(LabelRules.ofDrug(code.display()));
        }
        labels.addAll(LabelRules.ofDrug(about.text()));
        labels.addAll(LabelRules.ofTest("", about.text()));
        for (var extension : resource.all("extension")) {
            if (extension.text("url").endsWith("_Department")) {
                labels.addAll(LabelRules.ofDepartment(extension.text("valueCodeableConcept.text")));
                labels.addAll(LabelRules.ofDepartment(extension.text("valueCodeableConcept.coding.display")));
            }
        }
        return labels;
    }
}

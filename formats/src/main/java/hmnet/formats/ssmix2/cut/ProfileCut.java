package hmnet.formats.ssmix2.cut;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.fhir.Bundle;
import hmnet.formats.fhir.Names;
import hmnet.formats.fhir.ObservationJson;
import hmnet.formats.fhir.PatientJson;
import hmnet.formats.fhir.PatientJson.Person;
import hmnet.formats.fhir.ProfileJson;
import hmnet.formats.fhir.QuantityUnit;
import hmnet.formats.hl7v2.segment.Keys;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.ProfileExtract;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Cuts ADT-00 (患者基本情報): one row for the person, one for the allergies it names.
final class ProfileCut {
    private ProfileCut() {}

    static List<Part> cut(Source source) {
        var parts = new ArrayList<Part>();
        parts.add(profile(source));
        parts.addAll(AllergyCut.cut(source, "AL1"));
        return parts;
    }

    private static Part profile(Source source) {
        var bundle = new Bundle(source.ids());
        PatientJson.write(bundle, person(source));
        var observations = source.message().all("OBX").stream()
                .filter(obx -> !Names.of(obx, 3).isBlank())
                .toList();
        var keys = Keys.of(observations, ProfileCut::code, obx -> code(obx) + "/" + obx.text(14));
        for (var obx : observations) {
            ProfileJson.observation(bundle, keys.getOrDefault(obx, ""), obx, measure(obx));
        }
        var insurances = source.message().all("IN1");
        var insuranceKeys = Keys.of(insurances, ProfileCut::insurance, in1 -> insurance(in1) + "/" + in1.text(12));
        for (var in1 : insurances) {
            ProfileJson.coverage(bundle, insuranceKeys.getOrDefault(in1, ""), in1);
        }
        return new Part(
                RecordKind.PROFILE,
                "profile",
                source.firstOf(),
                Set.of(),
                false,
                false,
                null,
                List.of(),
                "患者基本情報",
                extract(observations, insurances).write(),
                bundle.bytes(),
                bundle.resources());
    }

    private static Person person(Source source) {
        return Person.of(source.name().patient(), source.person());
    }

    private static ProfileExtract extract(List<Segment> observations, List<Segment> insurances) {
        var height = find(observations, "9N001");
        var weight = find(observations, "9N006");
        var blood = find(observations, "5H010");
        return new ProfileExtract(
                height == null ? "" : ObservationJson.text(height),
                height == null ? "" : QuantityUnit.of(height, 6).shown(),
                weight == null ? "" : ObservationJson.text(weight),
                weight == null ? "" : QuantityUnit.of(weight, 6).shown(),
                blood == null ? "" : ObservationJson.text(blood),
                insurances.stream().map(in1 -> Names.of(in1, 2)).toList());
    }

    private static @Nullable Segment find(List<Segment> observations, String analyte) {
        for (var obx : observations) {
            if (obx.text(3).startsWith(analyte)) {
                return obx;
            }
        }
        return null;
    }

    private static String measure(Segment obx) {
        return obx.text(3).startsWith("9N001") ? "height" : obx.text(3).startsWith("9N006") ? "weight" : "";
    }

    private static String code(Segment obx) {
        return obx.has(3) ? obx.text(3) : Names.of(obx, 3);
    }

    private static String insurance(Segment in1) {
        return in1.text(2) + "/" + in1.text(3) + "/" + in1.text(10) + "/" + in1.text(11);
    }
}

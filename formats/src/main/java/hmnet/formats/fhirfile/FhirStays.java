package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.StayExtract;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A visit or a stay (来院・入退院), from an Encounter: what is planned, cancelled or gone on with says so.
final class FhirStays {
    private static final String NOT_COME = "来院せず";

    private final Resource encounter;
    private final Support support;
    private final FhirParties parties;

    private FhirStays(Resource encounter, Support support) {
        this.encounter = encounter;
        this.support = support;
        this.parties = new FhirParties(encounter, support);
    }

    static Stay of(KeptFhir kept, Resource encounter, Support support) {
        return new FhirStays(encounter, support).stay(kept.key(), kept.at());
    }

    static StayExtract extract(Resource encounter, Support support, OffsetDateTime at) {
        var stay = new FhirStays(encounter, support).stay("", at);
        return new StayExtract(
                stay.event(),
                stay.department(),
                stay.ward(),
                stay.formerWard(),
                stay.doctor(),
                at,
                stay.admittedAt(),
                stay.dischargedAt(),
                stay.outcome().shown(),
                stay.notes());
    }

    private Stay stay(String key, OffsetDateTime at) {
        boolean inpatient = Kinds.of(encounter) == RecordKind.ADMISSION;
        var former = ward("completed");
        var ward = ward("active");
        var event = event(inpatient, !former.isEmpty() && !ward.isEmpty());
        var end = FhirTime.at(encounter.text("period.end"));
        boolean over = event.equals("discharged");
        return new Stay(
                key,
                at,
                event,
                department(),
                ward.isEmpty() ? former : ward,
                ward.isEmpty() ? "" : former,
                doctor(),
                inpatient ? FhirTime.at(encounter.text("period.start")) : null,
                inpatient && over ? end : null,
                outcome(),
                inpatient ? CareSetting.INPATIENT : CareSetting.OUTPATIENT,
                notes(inpatient && over));
    }

    private String event(boolean inpatient, boolean moved) {
        boolean ended = encounter.node().at("period.end").exists();
        return switch (encounter.text("status")) {
            case "cancelled" -> !didNotCome() ? inpatient ? "admission-cancelled" : "visit-cancelled" : "not-come";
            case "planned" -> inpatient ? "admission-planned" : "booked";
            case "onleave" -> inpatient ? "leave" : "visit";
            case "finished" -> inpatient ? "discharged" : "visit";
            case "in-progress" -> !inpatient ? "visit" : moved ? "moved" : "admitted";
            // From outside: arrived, triaged, unknown.
            default -> !inpatient ? "visit" : ended ? "discharged" : "admitted";
        };
    }

    /// R4 has one status for both; our writer says it in the type.
    private boolean didNotCome() {
        return encounter.all("type").stream().anyMatch(type -> type.text("text").equals(NOT_COME));
    }

    private String department() {
        var service = Codes.concept(encounter.node().at("serviceType")).shown();
        return service.isEmpty() ? parties.source().department().shown() : service;
    }

    /// The last place with such a status; one without a status is where they are.
    private String ward(String status) {
        var found = "";
        for (var location : encounter.all("location")) {
            var said = location.text("status");
            var here = said.isEmpty() || said.equals("planned") || said.equals("reserved") ? "active" : said;
            if (here.equals(status)) {
                found = place(location.at("location"));
            }
        }
        return found;
    }

    private String place(JsonValue reference) {
        var name = support.find(encounter, reference.text("reference")).text("name");
        return name.isEmpty() ? reference.text("display") : name;
    }

    private String doctor() {
        var participants = encounter.all("participant");
        return participants.stream()
                .filter(each -> each.all("type.coding.code").stream()
                        .anyMatch(type -> type.text().equals("ATND")))
                .findFirst()
                .or(() -> participants.stream().findFirst())
                .map(each -> parties.shown(each.at("individual")))
                .orElse("");
    }

    private Concept outcome() {
        return Codes.concept(encounter.node().at("hospitalization.dischargeDisposition"));
    }

    private List<String> notes(boolean over) {
        var notes = new ArrayList<String>();
        switch (encounter.text("status")) {
            case "unknown" -> notes.add("状態不明");
            default -> {} // From outside: what its event says.
        }
        var kind = encounter.text("class.code");
        if (!List.of("AMB", "IMP", "").contains(kind)) {
            var name = encounter.text("class.display");
            notes.add("区分 " + (name.isEmpty() ? kind : name));
        }
        if (!over && !encounter.text("period.end").isEmpty()) {
            notes.add("終了 " + encounter.text("period.end"));
        }
        encounter.all("type").stream()
                .map(type -> Codes.concept(type).shown())
                .filter(type -> !type.equals(NOT_COME))
                .forEach(notes::add);
        encounter
                .all("reasonCode")
                .forEach(
                        reason -> notes.add(labelled("理由", Codes.concept(reason).shown())));
        var stay = encounter.node().at("hospitalization");
        notes.add(labelled("入院元", Codes.concept(stay.at("admitSource")).shown()));
        notes.add(labelled("紹介元", parties.shown(stay.at("origin"))));
        notes.add(labelled("退院先", parties.shown(stay.at("destination"))));
        notes.add(labelled("再入院", Codes.concept(stay.at("reAdmission")).shown()));
        Stream.of("dietPreference", "specialCourtesy", "specialArrangement")
                .flatMap(path -> stay.all(path).stream())
                .forEach(each -> notes.add(Codes.concept(each).shown()));
        var doctor = doctor();
        encounter.all("participant").stream()
                .map(each -> parties.shown(each.at("individual")))
                .filter(name -> !name.equals(doctor))
                .forEach(name -> notes.add(labelled("担当", name)));
        notes.removeIf(String::isBlank);
        return notes.stream().distinct().toList();
    }

    private static String labelled(String label, String words) {
        return words.isBlank() ? "" : label + " " + words;
    }
}

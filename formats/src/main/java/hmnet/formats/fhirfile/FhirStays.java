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
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A visit or a stay (来院・入退院), from an Encounter: what is planned, cancelled or gone on with says so.
final class FhirStays {
    private static final String NOT_COME = "来院せず";
    private static final Set<String> AHEAD = Set.of("planned", "reserved");

    /// HL7's own discharge dispositions, as people read them.
    private static final Map<String, String> DISPOSITIONS = Map.ofEntries(
            Map.entry("home", "自宅"),
            Map.entry("alt-home", "自宅以外の住まい"),
            Map.entry("other-hcf", "他の医療機関"),
            Map.entry("hosp", "ホスピス"),
            Map.entry("long", "長期療養施設"),
            Map.entry("aadvice", "医師の指示に反した退院"),
            Map.entry("exp", "死亡"),
            Map.entry("psy", "精神科病院"),
            Map.entry("rehab", "リハビリテーション施設"),
            Map.entry("snf", "介護施設"),
            Map.entry("oth", "その他"));

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

    /// When its newest event was: a discharge at the end, a transfer when they came to the ward, a leave
    /// when it began.
    static OffsetDateTime at(Resource encounter, Support support, OffsetDateTime begun) {
        var stays = new FhirStays(encounter, support);
        var at = FhirTime.at(
                switch (stays.event()) {
                    case "discharged" -> encounter.text("period.end");
                    case "moved" -> stays.movedAt();
                    case "leave" -> stays.leftAt();
                    // From outside: what begins when the encounter does.
                    default -> "";
                });
        return at == null ? begun : at;
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
        boolean inpatient = isInpatient();
        var former = ward("completed");
        var ward = ward("active");
        var event = event();
        boolean over = event.equals("discharged");
        boolean begun = inpatient && !isYetToCome();
        return new Stay(
                key,
                at,
                event,
                department(),
                ward.isEmpty() ? former : ward,
                ward.isEmpty() ? "" : former,
                doctor(),
                begun ? FhirTime.at(encounter.text("period.start")) : null,
                over ? FhirTime.at(encounter.text("period.end")) : null,
                outcome(),
                inpatient ? CareSetting.INPATIENT : CareSetting.OUTPATIENT,
                notes(over));
    }

    private boolean isInpatient() {
        return Kinds.of(encounter) == RecordKind.ADMISSION;
    }

    /// What is planned, and what was called off, has no day on which it began.
    private boolean isYetToCome() {
        return Set.of("planned", "cancelled").contains(encounter.text("status"));
    }

    private String event() {
        boolean inpatient = isInpatient();
        boolean ended = encounter.node().at("period.end").exists();
        return switch (encounter.text("status")) {
            case "cancelled" -> didNotCome() ? "not-come" : inpatient ? "admission-cancelled" : "visit-cancelled";
            case "planned" -> inpatient ? "admission-planned" : "booked";
            case "onleave" -> inpatient ? "leave" : "visit";
            case "finished" -> inpatient ? "discharged" : "visit";
            case "in-progress" ->
                !inpatient ? "visit" : movedAt().isEmpty() || ward("completed").isEmpty() ? "admitted" : "moved";
            // From outside: arrived, triaged, unknown.
            default -> !inpatient ? "visit" : ended ? "discharged" : "admitted";
        };
    }

    /// Since when they lie where they are; empty where nobody says it.
    private String movedAt() {
        return encounter.all("location").stream()
                .filter(location -> Set.of("", "active").contains(location.text("status")))
                .map(location -> location.text("period.start"))
                .reduce("", (first, last) -> last);
    }

    private String leftAt() {
        return encounter.all("statusHistory").stream()
                .filter(each -> each.text("status").equals("onleave"))
                .map(each -> each.text("period.start"))
                .reduce(encounter.text("meta.lastUpdated"), (first, last) -> last);
    }

    /// R4 has one status for both; our writer says it in the type.
    private boolean didNotCome() {
        return encounter.all("type").stream().anyMatch(type -> type.text("text").equals(NOT_COME));
    }

    private String department() {
        var service = Codes.concept(encounter.node().at("serviceType")).shown();
        return service.isEmpty() ? parties.source().department().shown() : service;
    }

    /// The last place with such a status; one without a status is where they are, one that is planned is
    /// where nobody lies yet.
    private String ward(String status) {
        var found = "";
        boolean all = encounter.text("status").equals("planned");
        for (var location : encounter.all("location")) {
            var said = location.text("status");
            var here = said.isEmpty() || all && AHEAD.contains(said) ? "active" : said;
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
        var said = Codes.concept(encounter.node().at("hospitalization.dischargeDisposition"));
        return said.codes().stream()
                .filter(code ->
                        code.system().endsWith("discharge-disposition") && DISPOSITIONS.containsKey(code.code()))
                .map(code -> DISPOSITIONS.get(code.code()))
                .filter(words -> !said.text().contains(words))
                .map(words ->
                        new Concept(said.text().isEmpty() ? words : words + "（" + said.text() + "）", said.codes()))
                .findFirst()
                .orElse(said);
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
            notes.add((isYetToCome() ? "終了予定 " : "終了 ") + encounter.text("period.end"));
        }
        if (!encounter.text("status").equals("planned")) {
            for (var location : encounter.all("location")) {
                if (AHEAD.contains(location.text("status"))) {
                    notes.add(labelled("転棟予定", place(location.at("location"))));
                }
            }
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

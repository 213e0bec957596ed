package hmnet.region.plan;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// `plan.json` (計画ファイル): what the centre of a demonstration imports at its first start. Written as a
/// stream, residents last, so that its size does not matter to either side.
public final class PlanFile {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String NAME = "plan.json";

    private PlanFile() {}

    /// The file appears whole or not at all: a demo that was killed while planning plans again.
    public static Path write(Plan plan, Path folder) throws IOException {
        var unfinished = folder.resolve(NAME + ".part");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newOutputStream(unfinished);
                var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeNumberProperty("seed", plan.seed());
            json.writeNumberProperty("people", plan.people());
            json.writeStringProperty("today", plan.today().toString());
            array(json, "facilities", Facility.ALL, PlanFile::facility);
            array(json, "staff", plan.staff(), PlanFile::staff);
            rules(json);
            json.writeArrayPropertyStart("residents");
            plan.residents().forEach(resident -> resident(json, resident));
            json.writeEndArray();
            json.writeEndObject();
        }
        return Files.move(unfinished, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    /// The plan that a file was written from: its first three numbers say everything.
    public static Plan read(Path folder) throws IOException {
        long seed = 0;
        var people = 0;
        var today = Plan.USUAL_TODAY;
        try (var in = Files.newInputStream(folder.resolve(NAME));
                var json = JSON.createParser(ObjectReadContext.empty(), in)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = json.currentName();
                if (json.nextToken() == JsonToken.START_ARRAY) {
                    break;
                }
                switch (name) {
                    case "seed" -> seed = json.getLongValue();
                    case "people" -> people = json.getIntValue();
                    case "today" -> today = LocalDate.parse(json.getString());
                    default -> throw new IOException("Unknown in " + NAME + ": " + name);
                }
            }
        }
        return new Plan(people, seed, today);
    }

    private interface Item<T> {
        void write(JsonGenerator json, T item);
    }

    private static <T> void array(JsonGenerator json, String name, List<T> items, Item<T> item) {
        json.writeArrayPropertyStart(name);
        items.forEach(it -> item.write(json, it));
        json.writeEndArray();
    }

    private static void facility(JsonGenerator json, Facility facility) {
        json.writeStartObject();
        strings(json, "code", facility.code(), "name", facility.name(), "kana", facility.kana());
        strings(json, "kind", facility.kind(), "phone", facility.phone(), "address", facility.address());
        strings(json, "direction", facility.direction(), "cardKinds", facility.cardKinds());
        json.writeBooleanProperty("patientList", facility.patientList());
        if (facility.sends()) {
            strings(json, "certificate", facility.certificate());
        }
        if (facility.chartDigits() > 0) {
            json.writeObjectPropertyStart("exchange");
            strings(json, "pix", "own", "pdq", "own", "feed", "own", "records", "own");
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void staff(JsonGenerator json, StaffMember member) {
        json.writeStartObject();
        strings(json, "login", member.login(), "name", member.name(), "kana", member.kana());
        strings(json, "profession", member.profession(), "facility", member.facility(), "role", member.role());
        strings(json, "password", member.password(), "totpSecret", member.totpSecret());
        json.writeEndObject();
    }

    private static void rules(JsonGenerator json) {
        array(json, "rules", DisclosureRule.ALL, (out, rule) -> {
            out.writeStartObject();
            strings(out, "facility", rule.facility());
            array(out, "kinds", rule.kinds(), (kinds, kind) -> kinds.writeString(kind.name()));
            out.writeNullProperty("department");
            out.writeNumberProperty("delayProfessionalDays", rule.delayProfessionalDays());
            out.writeNumberProperty("delayResidentDays", rule.delayResidentDays());
            out.writeEndObject();
        });
    }

    private static void resident(JsonGenerator json, Resident resident) {
        json.writeStartObject();
        strings(json, "key", resident.key());
        json.writeObjectPropertyStart("name");
        var name = resident.name();
        strings(json, "family", name.family(), "given", name.given());
        strings(json, "familyKana", name.familyKana(), "givenKana", name.givenKana());
        json.writeEndObject();
        strings(json, "birthDate", resident.birthDate().toString(), "sex", resident.sex());
        strings(json, "address", resident.address(), "postalCode", resident.postalCode(), "phone", resident.phone());
        json.writeStringProperty("card", resident.card());
        strings(json, "consent", resident.consent().name().toLowerCase(ROOT));
        var featuredResident = resident.featured();
        json.writeStringProperty("featured", featuredResident == null ? null : featuredResident.word());
        array(json, "patients", resident.hospitals(), (out, hospital) -> {
            var facility = Facility.HOSPITALS.get(hospital);
            out.writeStartObject();
            strings(out, "facility", facility.code(), "number", facility.chartNumber(resident.index()));
            out.writeEndObject();
        });
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String... namesAndValues) {
        for (var i = 0; i < namesAndValues.length; i += 2) {
            json.writeStringProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
    }
}

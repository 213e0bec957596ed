package hmnet.profiles;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.check.FileWalk;
import hmnet.formats.check.Readers;
import hmnet.formats.fhir.Bundle;
import hmnet.formats.fhir.PatientJson;
import hmnet.formats.fhir.PatientJson.Person;
import hmnet.formats.fhir.Rows;
import hmnet.formats.fhirfile.FhirFile;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.model.chart.Part.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What we write of sample files (見本からの出力): the person and each row of each sheet.
final class SampleOutputs {
    private SampleOutputs() {}

    /// @param own what the sender itself wrote, where it is FHIR: as sent, and in a collection as ours
    /// @param bundles what we write of it
    record SampleOutput(Path file, String format, List<String> own, List<String> bundles) {}

    /// Files in the order of their paths; those that no reader takes are left out.
    static Stream<SampleOutput> of(List<Path> folders) {
        return folders.stream().flatMap(SampleOutputs::files).flatMap(file -> output(file).stream());
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("fhir-packages"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<SampleOutput> output(Path path) {
        try {
            var file = Readers.read(FileWalk.name(path), Files.readAllBytes(path));
            var own = file instanceof FhirFile fhir ? own(fhir) : List.<String>of();
            return Optional.of(new SampleOutput(path, file.format().code(), own, bundles(path, file)));
        } catch (Unreadable refused) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> own(FhirFile file) throws Unreadable {
        var own = new ArrayList<String>();
        if (file.values().size() == 1) {
            own.add(new String(file.bytes(), StandardCharsets.UTF_8));
        }
        for (var value : JsonDocument.read(file.bytes())) {
            var entries = value.text("resourceType").equals("Bundle")
                    ? value.all("entry")
                    : List.of(JsonValue.object()
                            .put("fullUrl", JsonValue.text("urn:uuid:" + new UUID(0, own.size()), 0))
                            .put("resource", value));
            var collection = JsonValue.object()
                    .put("resourceType", JsonValue.text("Bundle", 0))
                    .put("type", JsonValue.text("collection", 0))
                    .put("entry", JsonValue.array(entries));
            own.add(new String(JsonDocument.write(collection), StandardCharsets.UTF_8));
        }
        return own;
    }

    private static List<String> bundles(Path path, FacilityFile file) {
        var bundles = new ArrayList<String>();
        for (int n = 0; n < file.sheets().size(); n++) {
            var sheet = file.sheets().get(n);
            var ids = ids(path + "/" + n);
            var person = new Bundle(ids);
            PatientJson.write(person, Person.of(sheet.patient(), sheet.person()));
            bundles.add(new String(person.bytes(), StandardCharsets.UTF_8));
            Rows.of(sheet, ids).forEach(row -> bundles.add(new String(row.bundle(), StandardCharsets.UTF_8)));
        }
        return bundles;
    }

    private static Ids ids(String seed) {
        return (type, key) -> UUID.nameUUIDFromBytes((seed + "/" + type + "/" + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}

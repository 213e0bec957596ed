package hmnet.formats.mml;

import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.InsuredNumber;
import hmnet.formats.model.chart.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A sheet for each document of the file (文書ごとの記載): by its uid it is superseded alone.
final class MmlSheets {
    private final String patient;
    private final List<Module> modules;
    private final Demographics person;
    private final @Nullable InsuredNumber insured;

    MmlSheets(String patient, List<Module> modules) {
        this.patient = patient;
        this.modules = modules;
        this.person = Stream.concat(
                        modules.stream()
                                .filter(module -> module.read().equals("patient"))
                                .map(Module::body),
                        modules.stream().flatMap(module -> module.body().within("PatientModule").stream()))
                .map(MmlPersons::patient)
                .findFirst()
                .orElse(MmlPersons.UNKNOWN);
        this.insured = insured(modules);
    }

    private static @Nullable InsuredNumber insured(List<Module> modules) {
        for (var module : modules) {
            if (module.read().equals("insurance")) {
                var insured = MmlPersons.insured(module.body());
                if (insured != null) {
                    return insured;
                }
            }
        }
        return null;
    }

    List<Sheet> all() {
        var sheets = new ArrayList<Sheet>();
        for (var module : modules) {
            var entries = entries(module);
            boolean master = module.read().equals("patient");
            if (master || !entries.isEmpty()) {
                module.replaces().forEach(uid -> sheets.add(sheet(module, "mml/" + uid, true, false, List.of())));
                sheets.add(sheet(module, source(module), false, master, entries));
            }
        }
        return sheets;
    }

    private Sheet sheet(Module module, String source, boolean deletes, boolean master, List<Entry> entries) {
        return new Sheet(patient, person, insured, source, module.version(), module.at(), deletes, master, entries);
    }

    private String source(Module module) {
        return module.uid().isEmpty()
                ? String.join("/", "mml", patient, module.type(), module.at().toString())
                : "mml/" + module.uid();
    }

    private static List<Entry> entries(Module module) {
        return switch (module.read()) {
            case "diagnosis" -> MmlDiagnoses.of(module);
            case "base" -> BaseClinic.of(module);
            case "surgery" -> Surgery.of(module);
            case "test" -> Laboratory.of(module);
            case "claim" -> ClaimModule.of(module);
            case "paper", "report", "unknown" -> Papers.of(module);
            default -> List.of();
        };
    }
}

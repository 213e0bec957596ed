package hmnet.record.intake;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.Patients.PatientDetails;
import hmnet.record.inbox.UnnamedFiles;
import hmnet.record.inbox.UnnamedFiles.UnnamedFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The desk says which of its own patients a held file is about (番号のないファイルの本人), after looking at both.
@Controller
class FilePatientPage {
    private final UnnamedFiles files;
    private final Pages pages;

    FilePatientPage(UnnamedFiles files, Pages pages) {
        this.files = files;
        this.pages = pages;
    }

    @GetMapping("/files/{id}/patient")
    @Rule(Right.DESK)
    ResponseEntity<String> show(
            @PathVariable long id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate born,
            @RequestParam(defaultValue = "") String name,
            Requester by,
            Frame frame) {
        return files.open(id, by)
                .map(file -> page(file, born == null ? file.person().birthDate() : born, name, null, by, frame))
                .orElseGet(() -> pages.notFound(frame));
    }

    @PostMapping("/files/{id}/patient")
    @Rule(Right.DESK)
    ResponseEntity<String> name(@PathVariable long id, @RequestParam String number, Requester by, Frame frame) {
        var outcome = files.name(id, number.strip(), by);
        return switch (outcome) {
            case NAMED -> FilesPage.back("/files?done=named");
            case GONE -> pages.notFound(frame);
            case NO_CHART, OTHER_BIRTH ->
                files.open(id, by)
                        .map(file -> page(file, file.person().birthDate(), "", outcome, by, frame))
                        .orElseGet(() -> pages.notFound(frame));
        };
    }

    private ResponseEntity<String> page(
            UnnamedFile file,
            @Nullable LocalDate born,
            String name,
            UnnamedFiles.@Nullable NamingResult problem,
            Requester by,
            Frame frame) {
        var state = file.state();
        var person = file.person();
        var screen = new FilePatientScreen(
                Long.toString(state.id()),
                state.path(),
                new FilePatientScreen.NamedPatient(
                        (person.familyName() + "　" + person.givenName()).strip(),
                        (person.familyKana() + "　" + person.givenKana()).strip(),
                        person.birthDate(),
                        person.sex()),
                problem == null ? null : problem.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                born == null ? "" : born.toString(),
                name,
                born == null
                        ? List.of()
                        : files.candidates(state.id(), born, name, by).stream()
                                .map(FilePatientPage::chart)
                                .toList());
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("record/intake/file-patient", frame, Map.of("page", screen)));
    }

    private static FilePatientScreen.OwnPatient chart(PatientDetails chart) {
        return new FilePatientScreen.OwnPatient(
                chart.number(), chart.name(), chart.kana(), chart.birthDate(), chart.sex(), chart.address());
    }
}

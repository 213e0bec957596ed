package hmnet.record.intake;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.Patients.PatientDetails;
import hmnet.record.inbox.UnnamedFiles;
import hmnet.record.inbox.UnnamedFiles.UnnamedFile;
import hmnet.record.intake.FilePatientScreen.OwnPatientSearch;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
            @RequestParam(required = false) @Nullable String born,
            @RequestParam(defaultValue = "") String name,
            Requester by,
            Frame frame) {
        return files.open(id, by)
                .map(file -> page(file, new OwnPatientSearch(looked(born, file), name), null, by, frame))
                .orElseGet(() -> pages.notFound(frame));
    }

    @PostMapping("/files/{id}/patient")
    @Rule(Right.DESK)
    @ChecksNumbers("number")
    ResponseEntity<String> name(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable String born,
            @RequestParam(defaultValue = "") String name,
            Requester by,
            Frame frame) {
        var outcome = files.name(id, number.strip(), by);
        return switch (outcome) {
            case NAMED -> FilesPage.back("/files?done=named");
            case GONE -> pages.notFound(frame);
            case NO_CHART, OTHER_BIRTH ->
                files.open(id, by)
                        .map(file -> page(file, new OwnPatientSearch(looked(born, file), name), outcome, by, frame))
                        .orElseGet(() -> pages.notFound(frame));
        };
    }

    /// What is looked for before anybody typed: whom the file names.
    private static String looked(@Nullable String born, UnnamedFile file) {
        return born == null ? Objects.toString(file.person().birthDate(), "") : born;
    }

    private ResponseEntity<String> page(
            UnnamedFile file,
            OwnPatientSearch search,
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
                search,
                search.day()
                        .map(born -> files.candidates(state.id(), born, search.name(), by).stream()
                                .map(FilePatientPage::chart)
                                .toList())
                        .orElse(List.of()));
        return Pages.answer(
                problem == null && !search.unreadable() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("record/intake/file-patient", frame, Map.of("page", screen)));
    }

    private static FilePatientScreen.OwnPatient chart(PatientDetails chart) {
        return new FilePatientScreen.OwnPatient(
                chart.number(), chart.name(), chart.kana(), chart.birthDate(), chart.sex(), chart.address());
    }
}

package hmnet.care.chartforms;

import hmnet.care.chartforms.SignedForms.SignedForm;
import hmnet.care.chartforms.SignedScreen.EarlierVersion;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.ChartPages;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.answers.FilledSheet;
import hmnet.record.answers.SheetFilling;
import hmnet.record.answers.SheetResponse.ReadAnswers;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.SupersededEntry;
import hmnet.record.forms.FormAuthor;
import hmnet.record.forms.FormDraft.Amendment;
import hmnet.record.forms.FormDrafts;
import hmnet.record.forms.KeptSheet;
import hmnet.record.forms.SheetStore;
import hmnet.record.forms.ShownSheet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// A signed sheet (署名済みの帳票): read under its own version and printed, with what it said before; amended by the facility
/// that signed it; handed out as FHIR.
@Controller
class SignedFormPage {
    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json");

    private final ChartPages chartPages;
    private final ChartFrames chartFrames;
    private final StaffAuthors authors;
    private final SheetStore sheets;
    private final FormDrafts drafts;
    private final SignedForms signed;

    SignedFormPage(
            ChartPages chartPages,
            ChartFrames chartFrames,
            StaffAuthors authors,
            SheetStore sheets,
            FormDrafts drafts,
            SignedForms signed) {
        this.chartPages = chartPages;
        this.chartFrames = chartFrames;
        this.authors = authors;
        this.sheets = sheets;
        this.drafts = drafts;
        this.signed = signed;
    }

    @GetMapping("/people/{person}/forms/{id}")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person, @PathVariable UUID id, Requester requester, Frame frame) {
        return chartPages.find(
                requester,
                person,
                frame,
                ChartView.FORM.of(id),
                chart -> signed.find(chart, id).map(form -> screen(chart, form, frame)));
    }

    /// Begins an amendment: a draft with all that was signed, under the same version of the sheet.
    @PostMapping("/people/{person}/forms/{id}/amendment")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> amend(@PathVariable PersonId person, @PathVariable UUID id, Requester requester, Frame frame) {
        var author = authors.ready(requester, person).writer();
        return chartPages.take(
                requester,
                person,
                frame,
                ChartView.FORM.of(id),
                chart -> signed.find(chart, id)
                        .flatMap(form -> author.flatMap(known -> amended(form, known, requester))),
                next -> Pages.seeOther("/people/" + person + "/forms" + next));
    }

    /// Where to go on; nothing for whoever may not.
    private Optional<String> amended(SignedForm form, FormAuthor author, Requester requester) {
        var kept = version(form);
        return amendable(form, kept, requester)
                .map(filled -> begun(author, kept.orElseThrow(), filled, form)
                        .map(draft -> "/drafts/" + draft)
                        .orElse("?told=many"));
    }

    /// The version that it names. One that no second person agreed to says nothing of what was answered.
    private Optional<KeptSheet> version(SignedForm form) {
        return sheets.find(form.response().questionnaire()).filter(KeptSheet::wasOffered);
    }

    private Optional<UUID> begun(FormAuthor author, KeptSheet kept, FilledSheet filled, SignedForm form) {
        var amends = new Amendment(
                UUID.fromString(form.response().id()), form.entry().id());
        return drafts.begin(author, kept, filled, amends);
    }

    /// One that holds more than its version has places for, as another program may send it, is amended by that program.
    private static Optional<FilledSheet> amendable(SignedForm form, Optional<KeptSheet> kept, Requester requester) {
        return form.entry().facility().equals(requester.facility())
                        && form.response().id().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? readWhole(form, kept)
                : Optional.empty();
    }

    /// The answers under their version; nothing where it is not known here, or has no place for some of them.
    private static Optional<FilledSheet> readWhole(SignedForm form, Optional<KeptSheet> kept) {
        return kept.map(known -> form.response().under(known.sheet()))
                .filter(read -> read.left().isEmpty())
                .map(ReadAnswers::filled);
    }

    /// The response as FHIR, for another system.
    @GetMapping("/people/{person}/forms/{id}/response")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<?> handOut(@PathVariable PersonId person, @PathVariable UUID id, Requester requester, Frame frame) {
        return chartPages.hand(
                requester,
                person,
                frame,
                ChartView.FORM_FILE.of(id),
                chart -> signed.find(chart, id)
                        .map(form -> file(JsonDocument.write(form.response().node()))));
    }

    private static ResponseEntity<byte[]> file(byte[] response) {
        return ResponseEntity.ok()
                .contentType(FHIR)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("questionnaire-response.json")
                                .build()
                                .toString())
                .body(response);
    }

    private SignedScreen screen(Chart chart, SignedForm form, Frame frame) {
        var m = frame.m();
        var entry = form.entry();
        var kept = version(form);
        var may = authors.of(chart.requester(), chart.person().id()).writer().isPresent();
        return new SignedScreen(
                chartFrames.beside(chart, ChartTab.DOCUMENTS, m),
                entry.id().toString(),
                entry.title(),
                form.response().questionnaire(),
                entry.occurredAt(),
                chartFrames.name(entry.facility()),
                form.response().author(),
                form.response().amended(),
                readWhole(form, kept)
                        .map(filled -> ShownSheet.whole(SheetFilling.signed(filled), m))
                        .orElse(null),
                words(entry),
                may && amendable(form, kept, chart.requester()).isPresent(),
                chart.formers(List.of(entry.id())).reversed().stream()
                        .map(SupersededEntry::entry)
                        .map(old -> new EarlierVersion(old.occurredAt(), author(old), words(old)))
                        .toList());
    }

    private static List<DocumentExtract.SectionItem> words(ChartEntry entry) {
        return entry.extract().read() instanceof DocumentExtract extract ? extract.items() : List.of();
    }

    private static String author(ChartEntry entry) {
        return entry.extract().read() instanceof DocumentExtract extract ? extract.author() : "";
    }
}

package hmnet.care.printing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import hmnet.care.printing.Booklet.SheetHead;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.previews.PdfPrinter;
import hmnet.record.previews.PrintedPdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// What somebody prints of a chart, read again with a program of others (pdftotext).
class PrintingTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/people/x/print");
    private static final List<String> ALL = List.of("summary", "medicines", "laboratory");

    @Autowired
    private PrintPage page;

    @Autowired
    private PdfPrinter printer;

    @TempDir
    Path folder;

    private PersonId person = PersonId.fresh();

    private Requester reader(String drug) {
        var ward = hospital();
        var number = number();
        person = resident(ConsentChoice.EVERYTHING, ward, number);
        var lately =
                (int) ChronoUnit.DAYS.between(LocalDate.of(2026, 4, 1), LocalDate.now(ZoneId.of("Asia/Tokyo"))) - 3;
        var papers = Papers.of(number).later(lately);
        filed(
                ward,
                papers.visit(),
                papers.diagnoses(Papers.diagnosis("P1", "心房細動", "I48")),
                papers.results("R1", Papers.ast("44", "F")),
                papers.prescription("O1", drug));
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        return doctor;
    }

    private List<String> sheets(Requester doctor, List<String> parts) throws IOException, InterruptedException {
        var answer = page.file(person, parts, List.of(), doctor, FRAME);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        var pdf = Files.write(folder.resolve("out.pdf"), (byte[]) Objects.requireNonNull(answer.getBody()));
        var kept = System.getProperty("hmnet.pictures");
        if (kept != null) {
            Files.copy(pdf, Path.of(kept, "print-" + parts.size() + ".pdf"), StandardCopyOption.REPLACE_EXISTING);
        }
        var reading = new ProcessBuilder("pdftotext", "-layout", "-enc", "UTF-8", pdf.toString(), "-").start();
        var text = new String(reading.getInputStream().readAllBytes(), UTF_8);
        assertThat(reading.waitFor()).isZero();
        return List.of(text.split("\f", -1)).stream()
                .filter(sheet -> !sheet.isBlank())
                .toList();
    }

    @Test
    void everySheetSaysWhoseItIsWhoPrintedItAndWhichSheetItIs() throws Exception {
        assumeThat(printer.missing()).isEmpty();
        var doctor = reader("ワーファリン錠１ｍｇ");
        var sheets = sheets(doctor, ALL);
        assertThat(sheets).hasSizeGreaterThanOrEqualTo(3);
        for (var number = 1; number <= sheets.size(); number++) {
            assertThat(sheets.get(number - 1))
                    .contains(
                            "架空 花子",
                            "昭和25年2月28日",
                            Objects.requireNonNull(FRAME.visitor()).name())
                    .containsPattern(number + "\\s*/\\s*" + sheets.size());
        }
        var whole = String.join("\n", sheets);
        assertThat(whole)
                .contains("心房細動", "ワーファリン錠１ｍｇ", "44", "この画面は全記録とは限りません")
                .doesNotContain("サインアウト", "画面をロック", "書けない");
        assertThat(logged("chart-opened", "staff:" + doctor.staff().value() + "\"", "\"viewer/print\""))
                .hasSize(1);
    }

    @Test
    void aCharacterWithoutAShapeIsNamedAndNeverABlankBoxInSilence() {
        assumeThat(printer.missing()).isEmpty();
        var told = new ArrayList<Set<String>>();
        var printed = printer.print(lost -> {
            told.add(lost);
            return "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><p>葛\uDB40\uDD00散\uE123</p></html>";
        });
        assertThat(printed).isInstanceOf(PrintedPdf.Printed.class);
        assertThat(told.getLast()).containsExactly("葛\uDB40\uDD00", "\uE123");
        var booklet = new Booklet("", "", FRAME.m()).html(List.of(), new SheetHead("", ""), 2, told.getLast());
        assertThat(booklet).contains("書けない", "U+845B U+E0100", "U+E123").contains("2 件");
    }

    @Test
    void whoHasNoTieGetsNothingAndNothingChosenAsksAgain() {
        var doctor = reader("見本錠");
        assertThat(page.file(person, ALL, List.of(), doctor(), FRAME)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(page.choose(person, doctor(), FRAME).getStatusCode().value()).isEqualTo(404);
        assertThat(page.choose(person, doctor, FRAME).getBody()).contains("name=\"part\"", "概要");
        var tooMany = Collections.nCopies(PrintPage.MOST_PAPERS + 1, UUID.randomUUID());
        for (var papers : List.of(List.<UUID>of(), tooMany)) {
            assertThat(page.file(person, List.of(), papers, doctor, FRAME)
                            .getStatusCode()
                            .value())
                    .isEqualTo(303);
        }
        assertThat(page.file(person, List.of(), List.of(UUID.randomUUID()), doctor, FRAME)
                        .getStatusCode()
                        .value())
                .as("a paper that the chart does not show")
                .isEqualTo(404);
    }
}

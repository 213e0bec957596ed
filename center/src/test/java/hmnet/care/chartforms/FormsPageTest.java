package hmnet.care.chartforms;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.LabExtract;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.record.answers.SignedSheet;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.sheets.SheetSamples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;

/// A sheet is filled in on the ward, signed, and read by whoever the person lets read it.
class FormsPageTest extends FormBedside {
    @Test
    void whatWasSignedStandsInTheChartAndItsValuesAmongTheVitals() {
        signedOff(nurse, "72");
        var paper = rows(nurse, RecordKind.DOCUMENT);
        assertThat(paper)
                .singleElement()
                .satisfies(row -> assertThat(row.title()).isEqualTo("バイタル・観察記録"));
        var measured = rows(nurse, RecordKind.VITAL);
        assertThat(measured).hasSize(1);
        assertThat(((LabExtract) measured.getFirst().extract().read()).items())
                .extracting(item -> item.code() + "=" + item.value() + item.unit())
                .containsExactlyInAnyOrder("29463-7=62.4kg", "8867-4=72回/分");
        assertThat(page(nurse)).contains("バイタル・観察記録", "見本 花子（看護師・");
        var read = String.valueOf(
                signed.show(person, paper.getFirst().id(), nurse, FRAME).getBody());
        assertThat(read).contains("62.4kg", "72回/分", "訂正する");
        assertThat(logged("form-signed", "signed", person.toString()))
                .singleElement()
                .satisfies(event -> assertThat(event).contains(VITALS).doesNotContain("62.4"));
        assertThat(db.sql("select count(*) from form_draft where facility = ?")
                        .param(nurse.facility().value())
                        .query(Long.class)
                        .single())
                .as("nothing is left behind")
                .isZero();
    }

    @Test
    void anotherFacilityReadsItAsFarAsThePersonLetsIt() {
        signedOff(nurse, "72");
        var other = doctor();
        assertThat(list.show(person, null, other, FRAME).getStatusCode())
                .as("no tie")
                .isEqualTo(HttpStatus.NOT_FOUND);
        relations.begin(other, person, RelationOrigin.CARD);
        assertThat(page(other)).contains("バイタル・観察記録").contains("患者番号");
        var read =
                String.valueOf(signed.show(person, paper(other), other, FRAME).getBody());
        assertThat(read).contains("72回/分").doesNotContain("訂正する");
        assertThat(signed.amend(person, paper(other), other, FRAME).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        consents.record(person, ConsentChoice.NOTHING, "paper", "2026-05", office());
        assertThat(list.show(person, null, other, FRAME).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(list.begin(person, vitals(), nurse, FRAME).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void whoHasNoChartNumberOrDisclosesNothingIsToldWhy() {
        var other = doctor();
        relations.begin(other, person, RelationOrigin.CARD);
        assertThat(page(other)).contains("患者番号）が登録されていない").doesNotContain("を書く</span>");
        assertThat(list.begin(person, vitals(), other, FRAME).getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        var viewing = at(facility(FacilityKind.CLINIC, Direction.VIEW), Profession.DOCTOR);
        relations.begin(viewing, person, RelationOrigin.CARD);
        assertThat(page(viewing)).contains("情報を提供しない参加形態");
    }

    @Test
    void aDraftIsCommittedAtEachStepAndIsItsAuthorsAlone() {
        var draft = begun(nurse);
        assertThat(place(send(nurse, draft, 1, "next", WHEN, "2026-11-20T09:30", WEIGHT, "６２．４")))
                .endsWith("?step=1");
        var later = String.valueOf(fill.show(person, draft, 0, nurse, FRAME).getBody());
        assertThat(later).contains("value=\"62.4\"", "value=\"2026-11-20T09:30\"");
        assertThat(page(nurse)).contains("書きかけ", "/forms/drafts/" + draft);
        var colleague = at(nurse.facility(), Profession.DOCTOR);
        assertThat(fill.show(person, draft, 0, colleague, FRAME).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(page(colleague)).doesNotContain(draft.toString());
        assertThat(place(send(colleague, draft, 2, "save", WEIGHT, "1"))).contains("told=gone");
        assertThat(place(fill.discard(person, draft, nurse, FRAME))).contains("told=discarded");
        assertThat(page(nurse)).doesNotContain(draft.toString());
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndStaysAsItWasTyped() {
        var draft = begun(nurse);
        var wrong = send(nurse, draft, 1, "next", WHEN, "2026-11-20T09:30", WEIGHT, "六十");
        assertThat(wrong.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(String.valueOf(wrong.getBody())).contains("この形では読み取れません", "value=\"六十\"", "aria-invalid=\"true\"");
        var unsigned = send(nurse, draft, 2, "sign", WHEN, "", WEIGHT, "62.4");
        assertThat(unsigned.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(String.valueOf(unsigned.getBody())).contains("回答してください", "value=\"62.4\"");
        assertThat(rows(nurse, RecordKind.DOCUMENT)).isEmpty();
    }

    @Test
    void twoDevicesAreToldOfOneAnother() {
        var draft = begun(nurse);
        send(nurse, draft, 1, "save", WHEN, "2026-11-20T09:30", WEIGHT, "62.4");
        var late = send(nurse, draft, 1, "save", WHEN, "2026-11-20T09:30", WEIGHT, "65");
        assertThat(late.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(String.valueOf(late.getBody()))
                .contains("ほかの画面で先に保存", "保存済み「62.4kg」、この画面「65kg」", "name=\"seen\" value=\"2\"", "value=\"65\"");
        assertThat(send(nurse, draft, 2, "save", WHEN, "2026-11-20T09:30", WEIGHT, "65")
                        .getStatusCode())
                .isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(String.valueOf(fill.show(person, draft, 0, nurse, FRAME).getBody()))
                .contains("value=\"65\"");
    }

    @Test
    void anAmendmentTakesItsPlaceAndTheOldAnswersStayReadable() {
        signedOff(nurse, "72");
        var colleague = at(nurse.facility(), Profession.DOCTOR);
        var draft = draft(signed.amend(person, paper(colleague), colleague, FRAME));
        assertThat(place(send(colleague, draft, 1, "sign", WHEN, "2026-11-20T09:30", PULSE, "112")))
                .contains("told=signed");
        settle(nurse.facility());
        assertThat(rows(nurse, RecordKind.DOCUMENT)).hasSize(1);
        assertThat(rows(nurse, RecordKind.VITAL))
                .singleElement()
                .satisfies(row -> assertThat(((LabExtract) row.extract().read()).items())
                        .extracting(LabExtract.AnalyteItem::value)
                        .containsExactlyInAnyOrder("62.4", "112"));
        var read =
                String.valueOf(signed.show(person, paper(nurse), nurse, FRAME).getBody());
        assertThat(read).contains("（訂正後）", "112回/分", "以前の内容（1 件）", "脈拍: 72回/分");
        assertThat(logged("form-signed", "amended", person.toString())).hasSize(1);
    }

    @Test
    void aSecondSheetProposesWhatTheFirstOneMeasured() {
        var kept = sheets.find("urn:hmnet:sheet:proposes|1");
        if (kept.isEmpty()) {
            var bytes = SheetSamples.bytes("1", """
                    {"linkId":"w","type":"quantity","text":"体重","code":[{"system":"http://loinc.org","code":"29463-7"}],"extension":[
                    {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption","valueCoding":{"code":"kg","display":"kg"}},
                    {"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationLinkPeriod",
                    "valueDuration":{"value":5,"code":"a"}}]}""");
            var renamed = new String(bytes, StandardCharsets.UTF_8)
                    .replace("urn:hmnet:sheet:sample", "urn:hmnet:sheet:proposes");
            var again = renamed.getBytes(StandardCharsets.UTF_8);
            sheets.bring(SheetSamples.read(again), again);
        }
        signedOff(nurse, "72");
        var draft = draft(list.begin(
                person, sheets.find("urn:hmnet:sheet:proposes|1").orElseThrow().id(), nurse, FRAME));
        var page = String.valueOf(fill.show(person, draft, 0, nurse, FRAME).getBody());
        assertThat(page).contains("value=\"62.4\"", "カルテから: 2026-11-20、" + nurse.facilityName());
        assertThat(place(send(nurse, draft, 1, "sign", "a-1", "62.4", "u-1", "0")))
                .contains("told=signed");
        settle(nurse.facility());
        assertThat(rows(nurse, RecordKind.VITAL))
                .as("what was proposed and not measured again is no new value")
                .hasSize(1);
        var read = String.valueOf(
                signed.show(person, paper(nurse, "見本の帳票"), nurse, FRAME).getBody());
        assertThat(read).contains("62.4kg", "カルテから: 2026-11-20、" + nurse.facilityName());
    }

    @Test
    void whoAmendsWhatSomebodyElseAmendedMeanwhileIsToldAndUndoesNothing() {
        signedOff(nurse, "72");
        var colleague = at(nurse.facility(), Profession.DOCTOR);
        var mine = draft(signed.amend(person, paper(nurse), nurse, FRAME));
        var theirs = draft(signed.amend(person, paper(colleague), colleague, FRAME));
        assertThat(place(send(colleague, theirs, 1, "sign", WHEN, "2026-11-20T09:30", PULSE, "112")))
                .contains("told=signed");
        settle(nurse.facility());
        var late = send(nurse, mine, 1, "sign", WHEN, "2026-11-20T09:30", WEIGHT, "63");
        assertThat(late.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(String.valueOf(late.getBody())).contains("別の方が訂正した", "value=\"63\"");
        assertThat(String.valueOf(
                        signed.show(person, paper(nurse), nurse, FRAME).getBody()))
                .contains("112回/分");
        assertThat(page(nurse)).as("the draft stands").contains("/forms/drafts/" + mine);
    }

    @Test
    void anotherPageIsReachedWithoutLosingWhatWasTyped() {
        var draft = begun(nurse);
        assertThat(place(send(nurse, draft, 1, "page:1", WEIGHT, "62.4"))).endsWith("?step=1");
        var page = String.valueOf(fill.show(person, draft, 0, nurse, FRAME).getBody());
        assertThat(page).contains("value=\"62.4\"", "value=\"page:1\"").doesNotContain("href=\"?step");
    }

    @Test
    void aButtonPressedTwiceIsNoConflict() {
        var draft = begun(nurse);
        send(nurse, draft, 1, "next", WHEN, "2026-11-20T09:30", WEIGHT, "62.4");
        assertThat(place(send(nurse, draft, 1, "next", WHEN, "2026-11-20T09:30", WEIGHT, "62.4")))
                .endsWith("?step=1");
    }

    @Test
    void aPartOfAPageShowsAConflictToo() {
        var draft = begun(nurse);
        send(nurse, draft, 1, "save", WEIGHT, "62.4");
        var sent = new LinkedMultiValueMap<>(Map.of("seen", List.of("1"), "page", List.of("0"), WEIGHT, List.of("65")));
        var part = fill.save(person, draft, sent, "true", nurse, FRAME);
        assertThat(part.getStatusCode())
                .as("a browser draws no part of an error")
                .isEqualTo(HttpStatus.OK);
        var questions = String.valueOf(part.getBody());
        assertThat(questions.substring(questions.indexOf("id=\"questions\"")))
                .contains("ほかの画面で先に保存", "保存済み「62.4kg」、この画面「65kg」", "value=\"65\"");
    }

    @Test
    void aPageWorksWithoutScriptsAndSaysNothingUnescaped() {
        var draft = begun(nurse);
        var page = String.valueOf(fill.show(person, draft, 0, nurse, FRAME).getBody());
        assertThat(Pattern.compile("<button[^>]*name=\"act\" value=\"([a-z:0-9.-]+)\"")
                        .matcher(page)
                        .results()
                        .map(found -> found.group(1))
                        .toList())
                .as("enter saves, and takes nothing away")
                .startsWith("save")
                .contains("next", "leave");
        send(nurse, draft, 1, "save", WHEN, "2026-11-20T09:30", WEIGHT, "<script>alert(1)</script>");
        assertThat(String.valueOf(fill.show(person, draft, 0, nurse, FRAME).getBody()))
                .contains("&lt;script>")
                .doesNotContain("<script>alert");
        assertThat(page).contains("<fieldset class=\"sheet-group\"").doesNotContain("<script>");
    }

    /// A sheet with one question.
    private static byte[] sample(String url) {
        return new String(SheetSamples.bytes("1", SheetSamples.item("a", "boolean", "")), StandardCharsets.UTF_8)
                .replace("urn:hmnet:sheet:sample", url)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// What was signed under this number, as the inbox got it.
    private static ReceivedFile response(String canonical, String chart) {
        var id = UUID.randomUUID();
        var identifier = "\"identifier\":{\"system\":\"%s\",\"value\":\"%s\"}".formatted(SignedSheet.SYSTEM, id);
        return ReceivedFile.named("r.json", """
                {"resourceType":"Bundle",%s,"type":"collection","meta":{"lastUpdated":"2026-11-10T10:00:00+09:00"},
                "timestamp":"2026-11-10T10:00:00+09:00","entry":[{"fullUrl":"urn:uuid:%s","resource":{
                "resourceType":"QuestionnaireResponse","status":"completed","authored":"2026-11-10T10:00:00+09:00",
                "questionnaire":"%s","_questionnaire":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/display",
                "valueString":"見本の帳票"}]},%s,"subject":{"identifier":{"value":"%s"}},
                "item":[{"linkId":"a","text":"たばこ","answer":[{"valueBoolean":false}]}]}}]}""".formatted(identifier, id, canonical, identifier, chart)
                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAmendmentIsFiledUnderTheChartNumberOfWhatItAmends() {
        var second = number();
        relations.tie(at(nurse.facility(), Profession.RECEPTION), person, second);
        var url = "urn:test:" + UUID.randomUUID();
        var file = sample(url);
        sheets.bring(SheetSamples.read(file), file);
        for (var number : List.of(chart, second)) {
            var colleague = at(nurse.facility(), Profession.NURSE);
            filed(nurse.facility(), response(url + "|1", number));
            assertThat(place(send(
                            colleague,
                            draft(signed.amend(person, paper(colleague, "見本の帳票", "2026-11-10"), colleague, FRAME)),
                            1,
                            "sign",
                            "on",
                            "1",
                            "a-1",
                            "true")))
                    .contains("told=signed");
            settle(nurse.facility());
        }
        assertThat(rows(nurse, RecordKind.DOCUMENT))
                .as("each takes the place of its own and no other")
                .hasSize(2);
    }

    @Test
    void aVersionThatNoSecondPersonAgreedToPutsNoWordsIntoTheChart() {
        var url = "urn:test:" + UUID.randomUUID();
        db.sql("insert into sheet (url, version, bytes) values (?, '1', ?)")
                .params(url, sample(url))
                .update();
        filed(nurse.facility(), response(url + "|1", chart));
        assertThat(String.valueOf(
                        signed.show(person, paper(nurse), nurse, FRAME).getBody()))
                .contains("たばこ", "登録されていない")
                .doesNotContain("<dt>a?</dt>", "訂正する");
        assertThat(signed.amend(person, paper(nurse), nurse, FRAME).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        db.sql("update sheet set since = now() where url = ?").param(url).update();
        assertThat(String.valueOf(
                        signed.show(person, paper(nurse), nurse, FRAME).getBody()))
                .contains("<dt>a?</dt>", "訂正する");
    }

    @Test
    void documentsThatBearTheTitleOfASheetHideNone() {
        filed(nurse.facility(), response("urn:other|1", chart));
        var documents = IntStream.range(0, SignedForms.SHOWN + 1)
                .mapToObj(n -> """
                        {"resource":{"resourceType":"DocumentReference","status":"current",
                        "identifier":[{"system":"urn:other","value":"%d"}],"type":{"text":"見本の帳票"},
                        "subject":{"identifier":{"value":"%s"}},"date":"2026-11-20T10:00:00+09:00",
                        "content":[{"attachment":{"contentType":"text/plain","title":"紙の写し","data":"eA=="}}]}}""".formatted(n, chart))
                .collect(Collectors.joining(","));
        filed(
                nurse.facility(),
                ReceivedFile.named(
                        "d.json",
                        ("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + documents + "]}")
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(rows(nurse, RecordKind.DOCUMENT)).hasSize(SignedForms.SHOWN + 2);
        var file = sample("urn:test:" + UUID.randomUUID());
        sheets.bring(SheetSamples.read(file), file);
        assertThat(page(nurse)).contains("/forms/" + paper(nurse, "見本の帳票", "2026-11-10"));
    }

    private UUID paper(Requester by, String title, String day) {
        return rows(by, RecordKind.DOCUMENT).stream()
                .filter(row ->
                        row.title().equals(title) && row.occurredAt().toString().startsWith(day))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private UUID paper(Requester by, String title) {
        return rows(by, RecordKind.DOCUMENT).stream()
                .filter(row -> row.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
